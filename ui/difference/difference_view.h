// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/difference/difference_search.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace signalbox {

class DataTable;
class DifferenceFinder;
class DifferenceModel;
class ElidedLabel;
class Theme;

/// What the chosen message of a log differs in from the previous one of its type, from that of its
/// connection, or from a marked row. It asks only while it is in sight.
class DifferenceView : public QWidget
{
    Q_OBJECT

public:
    using Log = std::function<LogSnapshot()>;

    /// `theme` must outlive the view; `log` is asked for the rows that are there.
    DifferenceView(const Theme &theme, Log log, QWidget *parent = nullptr);
    ~DifferenceView() override;

    /// What the operator reads about it, where one chooses it.
    [[nodiscard]] static QString explanation();

    /// The message at that position of the log.
    void choose(quint64 position);
    void clear();
    /// Offers to compare with a marked row; none: none is marked beside the chosen one.
    void setMarked(std::optional<quint64> position);
    /// Position of the message that the shown difference is to.
    [[nodiscard]] std::optional<quint64> other() const;
    /// Why one cannot go to it; empty: one can.
    void setJumpObstacle(const QString &obstacle);

signals:
    /// other() is another one now.
    void otherChanged();
    void positionWanted(quint64 position);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void buildChoice();
    QWidget *buildPlaceholder();
    void applyTheme();
    [[nodiscard]] CompareWith with() const;
    void ask();
    void cancel();
    void show(const DifferenceAnswer &answer);
    void showSearching(int percent);
    void showSentence(const QString &sentence);
    void updateJump();
    void noteWidth(int column);
    void shareWidth();
    void copy(const QList<int> &rows) const;

    const Theme &m_theme;
    Log m_log;
    DifferenceFinder *m_finder;
    DifferenceModel *m_model;
    DataTable *m_table;
    ElidedLabel *m_heading;
    QComboBox *m_with;
    QPushButton *m_jump;
    QPushButton *m_copy;
    QLabel *m_notice;
    QStackedWidget *m_stack; ///< the table, or what stands in its place
    QLabel *m_sentence;
    QPushButton *m_cancel;
    std::optional<quint64> m_chosen;
    std::optional<quint64> m_marked;
    std::optional<DifferenceAnswer> m_answer;
    QString m_jumpObstacle;
    bool m_isStale = true; ///< the answer is to another question
    double m_share = 0.5; ///< of the column Before in its width and that of After
    int m_placeWidth = 0; ///< of the column Place, where there is room for it
    bool m_isSharing = false;
};

} // namespace signalbox
