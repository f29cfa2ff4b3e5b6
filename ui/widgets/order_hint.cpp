// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/order_hint.h"

#include "ui/theme/theme.h"
#include "ui/widgets/settled_proxy.h"

namespace signalbox {

OrderHint::OrderHint(const SettledProxy &proxy, const Theme &theme, QWidget *parent)
    : ElidedLabel(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("orderHint"));
    setElideMode(Qt::ElideRight);
    setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(&proxy, &SettledProxy::orderHeldChanged, this, &OrderHint::tell);
    connect(&m_theme, &Theme::changed, this, &OrderHint::applyTheme);
    applyTheme();
}

void OrderHint::tell(bool held)
{
    setText(held ? tr("order held while pointing") : QString());
    setToolTip(held ? tr("The rows sort themselves again when the pointer leaves the list")
                    : QString());
}

void OrderHint::applyTheme()
{
    setFont(m_theme.captionFont());
    QPalette colors;
    colors.setColor(QPalette::WindowText, m_theme.color(ColorRole::Muted));
    setPalette(colors);
}

} // namespace signalbox
