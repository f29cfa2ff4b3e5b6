// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/filter.h"
#include "core/filter/filter_completion.h"
#include "ui/widgets/filter_history.h"
#include "ui/widgets/filter_session.h"

#include <QLineEdit>
#include <QPointer>
#include <QTimer>

namespace signalbox {

class FilterHelp;
class FilterMenu;
class FilterSuggestions;
class FilterTip;
class Theme;

/// A line in which one writes a filter: its edge says whether it is one, and while it is none the
/// last one that was stays in force. It offers how to go on, and has recent and saved ones. One
/// becomes recent by Enter, by leaving the box, or when it stays for a while.
class FilterBox : public QLineEdit
{
    Q_OBJECT

public:
    /// `theme` must outlive the box; boxes of one `group` share their recent and saved filters.
    FilterBox(const Theme &theme, FilterFields fields, const QString &group,
              QWidget *parent = nullptr);
    ~FilterBox() override;

    /// The one in force; accepts all while there is none.
    [[nodiscard]] const Filter &filter() const { return m_filter; }
    /// Why the text is not the one in force.
    [[nodiscard]] const std::optional<FilterError> &error() const { return m_error; }

    /// Sets the text and puts it in force without waiting for more.
    void setFilterText(const QString &text);
    /// Where the completion finds the values of a field.
    void setKnownValues(FilterValues values) { m_values = std::move(values); }
    /// Shown while there is no error; the error's sentence takes its place.
    void setHelpfulToolTip(const QString &text);

    /// What it says and offers by itself does not cover this, in which it stands.
    void keepInSight(const QWidget *bar);

    void openMenu();
    void openHelp();

signals:
    /// Another filter is in force.
    void filterChanged();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void addMenuButton();
    void apply();
    void remember();
    void describe();
    void tell();
    void suggest();
    void complete(qsizetype position, qsizetype length, const QString &text);
    void underline(QPainter &painter, const FilterError &error) const;

    const Theme &m_theme;
    FilterFields m_fields;
    FilterHistory m_history;
    FilterSession m_session{m_history};
    FilterValues m_values;
    Filter m_filter;
    std::optional<FilterError> m_error;
    QString m_toolTip;
    QTimer m_typing; ///< the filter is read when typing pauses
    QTimer m_staying; ///< and is one that was used when it stays
    FilterSuggestions *m_suggestions;
    QPointer<FilterTip> m_tip; ///< what is wrong, without being asked for
    FilterMenu *m_menu;
    QPointer<FilterHelp> m_help; ///< made when it is first wanted
};

} // namespace signalbox
