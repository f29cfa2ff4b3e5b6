// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

#include <optional>

class QGridLayout;

namespace signalbox {

class ElidedField;
class ElidedLabel;
class Theme;

/// One line of a FactList.
struct Fact
{
    QString name; ///< empty: `value` is a heading
    QString value; ///< shown as plain text; foreign text must be escaped
    bool fixedWidth = false; ///< addresses and fields: one line that loses its end
    bool below = false; ///< the value stands below its name, which may be long then
};

/// Names and values in two columns, as in a details panel; values can be selected and copied. Tab
/// reaches one value, and the arrow keys the others.
class FactList : public QWidget
{
    Q_OBJECT

public:
    /// `theme` must outlive the list.
    explicit FactList(const Theme &theme, QWidget *parent = nullptr);

    /// Shows these facts; labels of the former ones are used again.
    void setFacts(const QList<Fact> &facts);
    /// Scrolls so that the facts below that heading are in sight.
    void showHeading(const QString &heading) const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Line
    {
        ElidedLabel *name;
        ElidedLabel *text; ///< wraps
        ElidedField *field; ///< of a fixed-width value, in place of `text`
        std::optional<bool> spread{}; ///< how it is placed
    };
    Line addLine();
    void applyTheme();
    void place(qsizetype line);
    void fitWidth();
    [[nodiscard]] QList<QWidget *> values() const;
    void setStop(QWidget *value);
    void bringIntoView(QWidget *widget) const;
    [[nodiscard]] bool goOn(QWidget *from, int step);
    void fill(const Line &line, const Fact &fact);

    const Theme &m_theme;
    QGridLayout *m_layout;
    QList<Line> m_lines;
    QList<Fact> m_facts;
    bool m_isNarrow = false; ///< values stand below their names, zoomed for example
    QWidget *m_stop = nullptr; ///< the value that Tab reaches
};

} // namespace signalbox
