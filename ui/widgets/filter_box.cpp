// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filter_box.h"

#include "core/escaped_text.h"
#include "ui/theme/flat_painting.h"
#include "ui/theme/theme.h"
#include "ui/theme/tool_tip_text.h"
#include "ui/widgets/clear_button.h"
#include "ui/widgets/filter_help.h"
#include "ui/widgets/filter_menu.h"
#include "ui/widgets/filter_suggestions.h"
#include "ui/widgets/filter_tip.h"

#include <QAction>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <chrono>

namespace signalbox {

using namespace std::chrono_literals;

namespace {

bool asksForHelp(const QKeyEvent &event)
{
    return event.key() == Qt::Key_F1 && event.modifiers() == Qt::NoModifier;
}

} // namespace

FilterBox::FilterBox(const Theme &theme, FilterFields fields, const QString &group, QWidget *parent)
    : QLineEdit(parent)
    , m_theme(theme)
    , m_fields(fields)
    , m_history(group)
    , m_suggestions(new FilterSuggestions(*this, theme))
    , m_tip(new FilterTip(*this, theme))
    , m_menu(new FilterMenu(m_history, this))
{
    addClearButton(*this);
    addMenuButton();
    m_typing.setSingleShot(true);
    m_typing.setInterval(150ms);
    connect(&m_typing, &QTimer::timeout, this, &FilterBox::apply);
    connect(this, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty())
            apply();
        else
            m_typing.start();
    });
    m_staying.setSingleShot(true);
    m_staying.setInterval(3s);
    connect(&m_staying, &QTimer::timeout, this, &FilterBox::remember);
    connect(this, &QLineEdit::textEdited, &m_staying, qOverload<>(&QTimer::start));
    connect(this, &QLineEdit::textEdited, this, &FilterBox::suggest);
    connect(this, &QLineEdit::returnPressed, this, [this] {
        apply();
        remember();
    });
    connect(m_suggestions, &FilterSuggestions::chosen, this, &FilterBox::complete);
    connect(m_menu, &FilterMenu::filterChosen, this, [this](const QString &text) {
        setFilterText(text);
        remember();
    });
    connect(m_menu, &FilterMenu::helpRequested, this, &FilterBox::openHelp);
}

FilterBox::~FilterBox()
{
    delete m_tip; // of the window by now
}

void FilterBox::addMenuButton()
{
    auto *open = addAction(m_theme.icon(QStringLiteral("chevron-down"), ColorRole::Muted),
                           QLineEdit::TrailingPosition);
    open->setObjectName(QStringLiteral("filterMenuButton"));
    open->setText(tr("Filters"));
    open->setToolTip(tr("Recent and saved filters, and how to write one (Alt+Down)"));
    connect(open, &QAction::triggered, this, &FilterBox::openMenu);
    connect(&m_theme, &Theme::changed, open, [this, open] {
        open->setIcon(m_theme.icon(QStringLiteral("chevron-down"), ColorRole::Muted));
    });
}

void FilterBox::setFilterText(const QString &text)
{
    setText(text);
    m_staying.stop(); // it was not typed
    m_suggestions->hide();
    apply();
}

void FilterBox::setHelpfulToolTip(const QString &text)
{
    m_toolTip = text;
    describe();
}

void FilterBox::keepInSight(const QWidget *bar)
{
    m_suggestions->setLowerEdgeOf(bar);
    m_tip->setLowerEdgeOf(bar);
}

void FilterBox::openMenu()
{
    m_suggestions->hide();
    m_menu->setCurrentFilter(m_error ? QString() : text());
    m_menu->popup(mapToGlobal(QPoint(0, height() + spacing::Small / 2)));
}

void FilterBox::openHelp()
{
    m_suggestions->hide();
    if (!m_help) {
        m_help = new FilterHelp(m_fields, m_theme, this);
        connect(m_help, &FilterHelp::exampleChosen, this, [this](const QString &example) {
            const bool apart = text().isEmpty() || text().back().isSpace();
            setFilterText(text() + (apart ? QString() : QStringLiteral(" ")) + example);
            setFocus();
        });
        connect(&m_theme, &Theme::changed, m_help, &QObject::deleteLater);
    }
    m_help->openBelow(*this);
}

bool FilterBox::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        m_suggestions->hide();
        break;
    case QEvent::ShortcutOverride: // before Escape closes a dialog and F1 lists the shortcuts
        if (const auto *key = static_cast<QKeyEvent *>(event);
            asksForHelp(*key) || m_suggestions->wantsKey(key->key())) {
            event->accept();
            return true;
        }
        break;
    case QEvent::KeyPress: // before Tab takes the keyboard elsewhere
        if (m_suggestions->handleKey(static_cast<QKeyEvent *>(event)->key())) {
            tell();
            event->accept();
            return true;
        }
        break;
    default:
        break;
    }
    return QLineEdit::event(event);
}

void FilterBox::keyPressEvent(QKeyEvent *event)
{
    const bool wantsList =
        event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier;
    if (wantsList || (event->key() == Qt::Key_Down && event->modifiers() == Qt::NoModifier))
        m_suggestions->offer(completeFilter(text(), cursorPosition(), m_fields, m_values));
    else if (event->key() == Qt::Key_Down && event->modifiers() == Qt::AltModifier)
        openMenu();
    else if (asksForHelp(*event))
        openHelp();
    else {
        const QString before = text();
        QLineEdit::keyPressEvent(event);
        if (text() == before)
            m_suggestions->hide();
    }
}

void FilterBox::focusOutEvent(QFocusEvent *event)
{
    m_suggestions->hide();
    if (m_typing.isActive())
        apply();
    // At its own menu, at its help and in another window one is still at it.
    const bool goesOn = event->reason() == Qt::PopupFocusReason
                        || event->reason() == Qt::ActiveWindowFocusReason
                        || (m_help && m_help->isVisible());
    if (!goesOn) {
        remember();
        m_session.end();
    }
    QLineEdit::focusOutEvent(event);
    tell();
}

void FilterBox::apply()
{
    m_typing.stop();
    const auto result = Filter::compile(text(), m_fields);
    m_error = result.error;
    describe();
    update();
    tell();
    if (result && !(result.filter == m_filter)) {
        m_filter = result.filter;
        emit filterChanged();
    }
}

/// Says what is wrong as long as it is and one is at it.
void FilterBox::tell()
{
    const bool wanted = m_error && hasFocus() && !m_suggestions->isVisible();
    m_tip->say(wanted ? accessibleDescription() : QString());
}

void FilterBox::remember()
{
    m_staying.stop();
    if (!m_error && !m_filter.isEmpty())
        m_session.use(m_filter.text());
}

void FilterBox::describe()
{
    const QString said =
        m_error ? tr("At %1: %2 The last valid filter stays in force.")
                      .arg(QString::number(m_error->position + 1), escapedText(m_error->message))
                : QString();
    setAccessibleDescription(said);
    setToolTip(toolTipText(m_error ? said : m_toolTip));
}

void FilterBox::suggest()
{
    auto completions = completeFilter(text(), cursorPosition(), m_fields, m_values);
    const QString replaced = text().sliced(completions.position, completions.length);
    const bool asked = completions.length > 0 || text().first(completions.position).endsWith(u':');
    const bool isThere =
        completions.list.size() == 1 && completions.list.constFirst().text == replaced;
    if (!asked || isThere)
        completions.list.clear();
    m_suggestions->offer(completions);
}

void FilterBox::complete(qsizetype position, qsizetype length, const QString &text)
{
    setSelection(int(position), int(length));
    insert(text);
    if (text.endsWith(u':'))
        suggest();
}

void FilterBox::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (text().trimmed().isEmpty() || m_typing.isActive())
        return;
    const ColorRole role = m_error ? ColorRole::Danger : ColorRole::Ok;
    QPainter painter(this);
    drawRounded(&painter, rect(), Qt::transparent,
                QPen(m_theme.color(role), hasFocus() || m_error ? 2 : 1));
    if (m_error)
        underline(painter, *m_error);
}

/// Where the text stands follows from the cursor: a line that scrolls tells nothing else.
void FilterBox::underline(QPainter &painter, const FilterError &error) const
{
    const auto advance = [this](qsizetype position) {
        return fontMetrics().horizontalAdvance(text().first(std::min(position, text().size())));
    };
    const int origin = cursorRect().center().x() - advance(cursorPosition());
    const int begin = origin + advance(error.position);
    const int least = fontMetrics().averageCharWidth();
    const int end = std::max(origin + advance(error.position + error.length), begin + least);
    const int y = (height() + fontMetrics().height()) / 2;
    painter.setClipRect(rect().adjusted(spacing::Small, 0, -spacing::Small, 0));
    painter.fillRect(QRect(begin, y - 1, end - begin, 2), m_theme.color(ColorRole::Danger));
}

} // namespace signalbox
