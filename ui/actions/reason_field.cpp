// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/reason_field.h"

#include "core/close_reason.h"
#include "ui/theme/measure_text.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

namespace signalbox {

ReasonField::ReasonField(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_line(new QLineEdit(this))
    , m_counter(new QLabel(this))
{
    m_line->setObjectName(QStringLiteral("reason"));
    m_line->setAccessibleName(tr("Reason"));
    m_line->setToolTip(tr("Told to the client when its connection is closed"));
    m_counter->setObjectName(QStringLiteral("counter"));
    setFocusProxy(m_line);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::Medium);
    layout->addWidget(m_line, 1);
    layout->addWidget(m_counter);
    connect(m_line, &QLineEdit::textChanged, this, &ReasonField::count);
    connect(&m_theme, &Theme::changed, this, &ReasonField::count);
    count();
}

QString ReasonField::text() const
{
    return m_line->text();
}

QString ReasonField::obstacle() const
{
    return text().toUtf8().size() <= MaxCloseReasonBytes
               ? QString()
               : tr("The reason does not fit into a close frame.");
}

void ReasonField::count()
{
    m_counter->setText(tr("%1 of %2 bytes").arg(text().toUtf8().size()).arg(MaxCloseReasonBytes));
    QPalette colors;
    colors.setColor(QPalette::WindowText,
                    m_theme.color(obstacle().isEmpty() ? ColorRole::Muted : ColorRole::Danger));
    m_counter->setPalette(colors);
    m_counter->setFont(m_theme.fixedFont());
    emit changed();
}

} // namespace signalbox
