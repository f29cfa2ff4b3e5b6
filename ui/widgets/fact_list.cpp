// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fact_list.h"

#include "ui/theme/theme.h"
#include "ui/widgets/elided_label.h"

#include <QGridLayout>

namespace signalbox {

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
    m_facts = facts;
    while (m_lines.size() < facts.size())
        m_lines += addLine();
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        const bool used = i < facts.size();
        m_lines.at(i).name->setVisible(used);
        m_lines.at(i).value->setVisible(used && !facts.at(i).name.isEmpty());
        if (used)
            fill(m_lines.at(i), facts.at(i));
    }
}

FactList::Line FactList::addLine()
{
    const Line line{new ElidedLabel(this), new ElidedLabel(this)};
    line.name->setElideMode(Qt::ElideRight);
    const auto row = int(m_lines.size());
    m_layout->addWidget(line.name, row, 0);
    m_layout->addWidget(line.value, row, 1);
    return line;
}

void FactList::applyTheme()
{
    constexpr QChar Widest = u'0';
    constexpr int NameLetters = 15;
    m_layout->setColumnMinimumWidth(
        0, NameLetters * QFontMetrics(m_theme.captionFont()).horizontalAdvance(Widest));
    for (qsizetype i = 0; i < m_facts.size(); ++i)
        fill(m_lines.at(i), m_facts.at(i));
}

void FactList::fill(Line line, const Fact &fact)
{
    const bool heading = fact.name.isEmpty();
    line.name->setText(heading ? fact.value : fact.name);
    QFont nameFont = m_theme.captionFont();
    nameFont.setBold(heading);
    if (line.name->font() != nameFont)
        line.name->setFont(nameFont);
    line.name->setForegroundRole(heading ? QPalette::Text : QPalette::PlaceholderText);
    line.name->setContentsMargins(0, heading ? spacing::Medium : 0, 0, 0);
    if (line.value->text() != fact.value)
        line.value->setText(fact.value);
    QFont valueFont = m_theme.captionFont();
    if (fact.fixedWidth) {
        valueFont = m_theme.fixedFont();
        valueFont.setPointSizeF(m_theme.captionFont().pointSizeF() - 0.5);
    }
    if (line.value->font() != valueFont)
        line.value->setFont(valueFont);
    line.value->setElideMode(fact.fixedWidth ? Qt::ElideMiddle : Qt::ElideNone);
    line.value->setAccessibleName(fact.name);
}

} // namespace signalbox
