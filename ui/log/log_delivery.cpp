// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/log_delivery.h"

#include "ui/log/log_party.h"
#include "ui/theme/measure_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/fact_list.h"

#include <QCoreApplication>
#include <QVBoxLayout>

namespace signalbox {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("LogDelivery", text);
}

QString noteOn(const ActivityRecord &record)
{
    if (record.dropped > 0)
        return tr("Dropped: the buffer of the connection was full (maxBackpressure). In "
                  "Connections, the filter dropped>0 shows those that dropped something.");
    if (record.receivers == 0)
        return tr("No open connection was there to receive it.");
    return tr("Sent: the kernel took it, or it waits in a batch or buffer of the connection. "
              "Nobody confirms receipt.");
}

QList<Fact> sentFacts(const ActivityRecord &record)
{
    QList<Fact> facts{{tr("To"), recipientText(record)}};
    if (const QString cause = causeName(record); !cause.isEmpty())
        facts += {tr("Caused by"), cause};
    facts += {tr("Recipients"), countText(quint64(record.receivers) + record.dropped)};
    facts += {tr("Sent"), countText(record.receivers)};
    facts += {tr("Dropped"), countText(record.dropped)};
    return facts << Fact{tr("Length"), bytesText(quint64(record.length))}
                 << Fact{tr("Note"), noteOn(record)};
}

QList<Fact> receivedFacts(const ActivityRecord &record)
{
    QString note = tr("The server received all of it.");
    if (record.kind == ActivityKind::Message)
        note += u' ' + tr("What it sent because of it stands in rows of its own.");
    return {{tr("From"), partyText(record)},
            {tr("Length"), bytesText(quint64(record.length))},
            {tr("Note"), note}};
}

QList<Fact> factsOf(const LogEntry &entry)
{
    const ActivityRecord &record = entry.record;
    if (entry.lost > 0)
        return {{tr("Note"), tr("What was delivered here is not known: the records were lost.")}};
    if (!isMessage(record))
        return {{tr("Note"), tr("An event of a connection; nothing was delivered.")}};
    return record.direction == Direction::ServerToClient ? sentFacts(record)
                                                         : receivedFacts(record);
}

} // namespace

LogDelivery::LogDelivery(const Theme &theme, QWidget *parent)
    : QScrollArea(parent)
    , m_facts(new FactList(theme))
{
    setObjectName(QStringLiteral("logDelivery"));
    setAccessibleName(tr("Delivery of the message"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(spacing::Large, spacing::Small, spacing::Large, spacing::Medium);
    layout->addWidget(m_facts);
    layout->addStretch();
    content->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    setWidget(content);
}

void LogDelivery::show(const LogEntry &entry)
{
    m_facts->setFacts(factsOf(entry));
}

void LogDelivery::clear()
{
    m_facts->setFacts({});
}

} // namespace signalbox
