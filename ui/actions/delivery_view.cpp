// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/delivery_view.h"

#include "core/escaped_text.h"
#include "ui/connections/connection_text.h"
#include "ui/theme/measure_text.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QHash>
#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

namespace signalbox {

DeliveryView::DeliveryView(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_summary(new QLabel(this))
    , m_unreached(new QListWidget(this))
{
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_summary->setObjectName(QStringLiteral("deliverySummary"));
    m_unreached->setAccessibleName(tr("Who was not reached"));
    m_unreached->setSelectionMode(QAbstractItemView::NoSelection);
    m_unreached->setFont(theme.captionFont());
    m_unreached->setMaximumHeight(5 * spacing::RowHeight);
    m_unreached->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::Medium);
    layout->addWidget(m_summary);
    layout->addWidget(m_unreached);
    hide();
}

void DeliveryView::showOutcome(const CommandOutcome &outcome,
                               const QList<ConnectionRow> &connections, Words words)
{
    show();
    m_unreached->clear();
    m_unreached->hide();
    if (!outcome) {
        setSummary(escapedText(outcome.error().message), true);
        return;
    }
    setSummary(words(*outcome), outcome->dropped + outcome->gone > 0);

    QHash<ConnectionId, QString> names;
    for (const ConnectionRow &row : connections)
        names.insert(row.status.id, connectionName(row));
    QStringList lines;
    for (const ConnectionDelivery &one : outcome->connections) {
        if (one.outcome != DeliveryOutcome::Dropped && one.outcome != DeliveryOutcome::Gone)
            continue;
        const QString id = u'#' + QString::number(one.connection.value);
        const QString word = one.outcome == DeliveryOutcome::Dropped ? tr("dropped") : tr("gone");
        QString line = names.value(one.connection, id) + QStringLiteral("   ") + word;
        if (!one.why.isEmpty())
            line += QStringLiteral(": ") + escapedText(one.why);
        lines += line;
    }
    m_unreached->addItems(lines);
    m_unreached->setVisible(!lines.isEmpty());
}

void DeliveryView::showWaiting(const QString &what)
{
    show();
    m_unreached->hide();
    setSummary(what, false);
}

void DeliveryView::setSummary(const QString &text, bool failure)
{
    QPalette colors;
    colors.setColor(QPalette::WindowText,
                    m_theme.color(failure ? ColorRole::Warning : ColorRole::Text));
    m_summary->setPalette(colors);
    m_summary->setText(text);
}

QString deliveryText(const Delivery &delivery)
{
    return QCoreApplication::translate("Delivery", "%1 sent · %2 buffered · %3 dropped · %4 gone")
        .arg(countText(quint64(delivery.sent)), countText(quint64(delivery.buffered)),
             countText(quint64(delivery.dropped)), countText(quint64(delivery.gone)));
}

QString kickText(const Delivery &delivery)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("Delivery", text); };
    QStringList parts{tr("%1 closed").arg(countText(quint64(delivery.sent)))};
    if (delivery.buffered > 0)
        parts += tr("%1 still to be told").arg(countText(quint64(delivery.buffered)));
    if (delivery.dropped + delivery.gone > 0)
        parts += tr("%1 had ended").arg(countText(quint64(delivery.dropped + delivery.gone)));
    return parts.join(QStringLiteral(" · "));
}

} // namespace signalbox
