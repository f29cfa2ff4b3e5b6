// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/delivery_view.h"

#include "core/escaped_text.h"
#include "ui/theme/measure_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/data_table.h"

#include <QCoreApplication>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox {

namespace {

QString summaryOf(const Delivery &delivery, Deed deed)
{
    switch (deed) {
    case Deed::Move:
        return moveText(delivery);
    case Deed::Kick:
        return kickText(delivery);
    case Deed::Ban:
        return banText(delivery);
    case Deed::Send:
        break;
    }
    return deliveryText(delivery);
}

} // namespace

DeliveryView::DeliveryView(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_summary(new QLabel(this))
    , m_model(new DeliveryModel(theme, this))
    , m_table(new DataTable(theme, this))
    , m_more(new QLabel(this))
{
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_summary->setObjectName(QStringLiteral("deliverySummary"));
    m_table->setObjectName(QStringLiteral("deliveryTable"));
    m_table->setAccessibleName(tr("Delivery to each connection"));
    m_table->setModel(m_model);
    m_table->setTabKeyNavigation(false);
    m_table->fitTextColumn(DeliveryModel::Connection, QStringLiteral("sensor-0000 #100000"));
    m_table->fitTextColumn(DeliveryModel::Outcome, QStringLiteral("moved, reads slowly"));
    m_table->setFlexibleColumn(DeliveryModel::Why, 120);
    m_more->setForegroundRole(QPalette::PlaceholderText);
    m_more->setObjectName(QStringLiteral("deliveryMore"));
    m_table->hide();
    m_more->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::Medium);
    layout->addWidget(m_summary);
    layout->addWidget(m_table);
    layout->addWidget(m_more);
    connect(&m_theme, &Theme::changed, this, &DeliveryView::applyTheme);
    applyTheme();
    hide();
}

void DeliveryView::applyTheme()
{
    m_table->setFixedHeight(6 * m_theme.rowHeight());
    m_more->setFont(m_theme.captionFont());
    setSummary(m_summary->text(), m_failure);
}

void DeliveryView::showOutcome(const CommandOutcome &outcome,
                               const QList<ConnectionRow> &connections, Deed deed)
{
    show();
    m_table->hide();
    m_more->hide();
    if (!outcome) {
        setSummary(escapedText(outcome.error().message), true);
        return;
    }
    setSummary(summaryOf(*outcome, deed), outcome->dropped + outcome->gone > 0);
    m_model->setDelivery(outcome->connections, connections, deed);
    m_table->setVisible(m_model->rowCount() > 0);
    const qint64 more = outcome->total() - m_model->rowCount();
    m_more->setText(tr("and %1 more").arg(countText(quint64(std::max(more, qint64(0))))));
    m_more->setVisible(more > 0);
}

void DeliveryView::showWaiting(const QString &what)
{
    show();
    m_table->hide();
    m_more->hide();
    setSummary(what, false);
}

void DeliveryView::setSummary(const QString &text, bool failure)
{
    m_failure = failure;
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

QString moveText(const Delivery &delivery)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("Delivery", text); };
    QStringList parts{tr("%1 moved").arg(countText(quint64(delivery.sent + delivery.buffered)))};
    if (delivery.dropped > 0)
        parts += tr("%1 not moved").arg(countText(quint64(delivery.dropped)));
    if (delivery.gone > 0)
        parts += tr("%1 had ended").arg(countText(quint64(delivery.gone)));
    return parts.join(QStringLiteral(" · "));
}

QString banText(const Delivery &delivery)
{
    const QString banned = QCoreApplication::translate("Delivery", "Banned");
    return delivery.total() == 0 ? banned : banned + QStringLiteral(" · ") + kickText(delivery);
}

} // namespace signalbox
