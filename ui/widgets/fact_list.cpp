// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fact_list.h"

#include "ui/theme/theme.h"
#include "ui/widgets/elided_field.h"
#include "ui/widgets/elided_label.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QScrollArea>

#include <algorithm>

namespace signalbox {

namespace {

constexpr int NameLetters = 12;
constexpr int LeastLetters = 24; // of a name and its value in one line

int letterWidth(const Theme &theme)
{
    constexpr QChar Widest = u'0';
    return QFontMetrics(theme.captionFont()).horizontalAdvance(Widest);
}

} // namespace

FactList::FactList(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_layout(new QGridLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(spacing::Large);
    m_layout->setVerticalSpacing(spacing::Small);
    m_layout->setColumnStretch(1, 1);
    connect(&m_theme, &Theme::changed, this, &FactList::applyTheme);
    applyTheme();
}

void FactList::setFacts(const QList<Fact> &facts)
{
    while (m_lines.size() < facts.size())
        m_lines += addLine();
    m_facts = facts;
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        const bool used = i < facts.size();
        const bool hasValue = used && !facts.at(i).name.isEmpty();
        m_lines.at(i).name->setVisible(used);
        m_lines.at(i).text->setVisible(hasValue && !facts.at(i).fixedWidth);
        m_lines.at(i).field->setVisible(hasValue && facts.at(i).fixedWidth);
        if (!used)
            continue;
        place(i);
        fill(m_lines.at(i), facts.at(i));
    }
    if (!m_stop || m_stop->isHidden())
        setStop(values().value(0));
}

void FactList::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitWidth();
}

void FactList::fitWidth()
{
    const bool narrow = width() < LeastLetters * letterWidth(m_theme);
    if (narrow == m_isNarrow)
        return;
    m_isNarrow = narrow;
    for (qsizetype i = 0; i < m_facts.size(); ++i)
        place(i);
}

void FactList::showHeading(const QString &heading) const
{
    for (qsizetype i = 0; i < m_facts.size(); ++i) {
        if (!m_facts.at(i).name.isEmpty() || m_facts.at(i).value != heading)
            continue;
        m_layout->activate(); // they may have been filled a moment ago
        const qsizetype last = std::min(i + 3, m_facts.size() - 1);
        bringIntoView(m_lines.at(last).name);
        bringIntoView(m_lines.at(i).name);
        return;
    }
}

void FactList::bringIntoView(QWidget *widget) const
{
    for (QWidget *parent = parentWidget(); parent; parent = parent->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(parent))
            area->ensureWidgetVisible(widget);
    }
}

QList<QWidget *> FactList::values() const
{
    QList<QWidget *> shown;
    for (const Line &line : m_lines) {
        for (QWidget *value : std::initializer_list<QWidget *>{line.text, line.field}) {
            if (!value->isHidden())
                shown += value;
        }
    }
    return shown;
}

void FactList::setStop(QWidget *value)
{
    if (m_stop)
        m_stop->setFocusPolicy(Qt::ClickFocus);
    m_stop = value;
    if (m_stop)
        m_stop->setFocusPolicy(Qt::StrongFocus);
}

bool FactList::goOn(QWidget *from, int step)
{
    const QList<QWidget *> shown = values();
    QWidget *next = shown.value(shown.indexOf(from) + step);
    if (!next)
        return false;
    setStop(next);
    next->setFocus(step > 0 ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    bringIntoView(next);
    return true;
}

bool FactList::eventFilter(QObject *watched, QEvent *event)
{
    auto *value = qobject_cast<QWidget *>(watched);
    if (value && event->type() == QEvent::FocusIn)
        setStop(value);
    if (value && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->modifiers() == Qt::NoModifier && key->key() == Qt::Key_Down)
            return goOn(value, 1);
        if (key->modifiers() == Qt::NoModifier && key->key() == Qt::Key_Up)
            return goOn(value, -1);
    }
    return QWidget::eventFilter(watched, event);
}

FactList::Line FactList::addLine()
{
    const Line line{new ElidedLabel(this), new ElidedLabel(this), new ElidedField(this)};
    line.name->setElideMode(Qt::ElideRight);
    line.text->setElideMode(Qt::ElideNone);
    for (QWidget *value : std::initializer_list<QWidget *>{line.text, line.field})
        value->installEventFilter(this);
    // Behind the lines before, not behind all of the window.
    if (m_lines.isEmpty()) {
        setFocusPolicy(Qt::ClickFocus); // there is no order of what takes no focus
        setTabOrder(this, line.text);
        setFocusPolicy(Qt::NoFocus);
    } else {
        setTabOrder(m_lines.constLast().field, line.text);
    }
    setTabOrder(line.text, line.field);
    return line;
}

void FactList::place(qsizetype line)
{
    Line &widgets = m_lines[line];
    const Fact &fact = m_facts.at(line);
    const bool spread = m_isNarrow || fact.below || fact.name.isEmpty();
    if (widgets.spread == spread)
        return;
    widgets.spread = spread;
    const int row = 2 * int(line);
    for (QWidget *widget :
         std::initializer_list<QWidget *>{widgets.name, widgets.text, widgets.field})
        m_layout->removeWidget(widget);
    m_layout->addWidget(widgets.name, row, 0, 1, spread ? 2 : 1);
    for (QWidget *widget : std::initializer_list<QWidget *>{widgets.text, widgets.field})
        m_layout->addWidget(widget, spread ? row + 1 : row, spread ? 0 : 1, 1, spread ? 2 : 1);
}

void FactList::applyTheme()
{
    m_layout->setColumnMinimumWidth(0, NameLetters * letterWidth(m_theme));
    fitWidth();
    for (qsizetype i = 0; i < m_facts.size(); ++i)
        fill(m_lines.at(i), m_facts.at(i));
}

void FactList::fill(const Line &line, const Fact &fact)
{
    const bool heading = fact.name.isEmpty();
    line.name->setText(heading ? fact.value : fact.name);
    QFont nameFont = m_theme.captionFont();
    nameFont.setBold(heading);
    if (line.name->font() != nameFont)
        line.name->setFont(nameFont);
    line.name->setForegroundRole(heading ? QPalette::Text : QPalette::PlaceholderText);
    line.name->setContentsMargins(0, heading ? spacing::Medium : 0, 0, 0);
    line.name->setAccessibleName(line.name->text());
    line.text->setAccessibleName(fact.name);
    line.field->setAccessibleName(fact.name);
    if (!fact.fixedWidth) {
        if (line.text->text() != fact.value)
            line.text->setText(fact.value);
        if (line.text->font() != m_theme.captionFont())
            line.text->setFont(m_theme.captionFont());
        return;
    }
    if (line.field->text() != fact.value) {
        line.field->setText(fact.value);
        line.field->setCursorPosition(0);
    }
    QFont fixed = m_theme.fixedFont();
    fixed.setPointSizeF(m_theme.captionFont().pointSizeF() - 0.5);
    if (line.field->font() != fixed) {
        line.field->setFont(fixed);
        line.field->updateGeometry();
    }
}

} // namespace signalbox
