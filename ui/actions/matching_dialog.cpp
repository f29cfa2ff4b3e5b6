// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/matching_dialog.h"

#include "ui/actions/operator_actions.h"
#include "ui/actions/recipient_list.h"
#include "ui/connections/connection_model.h"
#include "ui/connections/connection_subject.h"
#include "ui/connections/connection_values.h"
#include "ui/theme/measure_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/dialog_size.h"
#include "ui/widgets/filter_box.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <functional>
#include <utility>

namespace signalbox {

MatchingDialog::MatchingDialog(const ConnectionModel &model, OperatorActions &operatorActions,
                               const Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_model(model)
    , m_operator(operatorActions)
    , m_filter(
          new FilterBox(theme, FilterFields::ofConnections(), QStringLiteral("connections"), this))
    , m_count(new QLabel(this))
    , m_list(new RecipientList({}, theme, this))
    , m_refresh(new QPushButton(tr("&Refresh"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Act on matching connections"));
    addWays();
    build(theme);
    connect(m_filter, &FilterBox::filterChanged, this, &MatchingDialog::refresh);
    connect(m_refresh, &QPushButton::clicked, this, &MatchingDialog::refresh);
    refresh();
}

void MatchingDialog::addWays()
{
    addWay("sendToMatching", tr("Send to %1…"), tr("Go on to the message"), &OperatorActions::send);
    addWay("putMatching", tr("Put %1 into a room…"), tr("Go on to the room"),
           &OperatorActions::joinRoom);
    addWay("takeMatching", tr("Take %1 out of a room…"), tr("Go on to the room"),
           &OperatorActions::leaveRoom);
    m_leave = m_ways.constLast().button;
    addWay("banMatching", tr("Ban %1…"), tr("Go on to their users or addresses"),
           &OperatorActions::ban);
    addWay("kickMatching", tr("Kick %1…"), tr("Go on to the close code and the reason"),
           &OperatorActions::kick);
}

void MatchingDialog::addWay(const char *objectName, const QString &text, const QString &toolTip,
                            void (OperatorActions::*act)(const Recipients &))
{
    auto *button = new QPushButton(this);
    button->setObjectName(QLatin1StringView(objectName));
    connect(button, &QPushButton::clicked, this, [this, act] {
        std::invoke(act, m_operator, m_recipients);
        accept();
    });
    m_ways += {button, text, toolTip};
}

void MatchingDialog::setFilterText(const QString &text)
{
    m_filter->setFilterText(text);
}

void MatchingDialog::build(const Theme &theme)
{
    m_filter->setObjectName(QStringLiteral("matching"));
    m_filter->setAccessibleName(tr("Which connections"));
    m_filter->setPlaceholderText(tr("For example room:lobby idle>5min"));
    m_filter->setHelpfulToolTip(tr("Which open connections are meant (F1 tells how to say it)"));
    m_filter->setKnownValues(
        [this](FilterField field) { return connectionValues(m_model, field); });
    m_count->setObjectName(QStringLiteral("matchingCount"));
    m_count->setTextFormat(Qt::PlainText);
    m_refresh->setToolTip(tr("Ask again who matches now"));
    m_refresh->setAutoDefault(false); // Enter in the filter means the filter

    auto *counted = new QHBoxLayout;
    counted->addWidget(m_count, 1);
    counted->addWidget(m_refresh);
    // Without a QDialogButtonBox, around whose many buttons Tab goes in a ring of its own.
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(spacing::Medium);
    buttons->addStretch();
    for (const Way &way : std::as_const(m_ways)) {
        way.button->setAutoDefault(false);
        buttons->addWidget(way.button);
    }
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("cancel"));
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    buttons->addWidget(cancel);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::Page, spacing::Page, spacing::Page, spacing::Page);
    layout->setSpacing(spacing::Medium);
    layout->addWidget(m_filter);
    layout->addLayout(counted);
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);
    resizeZoomed(*this, theme, {760, 420});
}

void MatchingDialog::refresh()
{
    const Filter &filter = m_filter->filter();
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const QList<ConnectionRow> live = m_model.liveRows();
    const auto matches = [&](const ConnectionRow &row) {
        return !filter.isEmpty()
               && filter.matches(ConnectionSubject(row, m_model.bufferLimit(), now));
    };
    m_recipients = matchingRecipients(live, matches, filter.text());
    const QString count = countText(quint64(m_recipients.count()));
    m_count->setText(filter.isEmpty() ? tr("Say which connections are meant.")
                                      : tr("Open connections that match: %1 of %2")
                                            .arg(count, countText(quint64(live.size()))));
    for (const Way &way : std::as_const(m_ways)) {
        const QString why = obstacle(way);
        way.button->setText(way.text.arg(count));
        way.button->setEnabled(why.isEmpty());
        way.button->setToolTip(why.isEmpty() ? way.toolTip : why);
        way.button->setAccessibleDescription(why);
    }
    m_list->setConnections(m_recipients.connections);
}

QString MatchingDialog::obstacle(const Way &way) const
{
    if (m_filter->filter().isEmpty())
        return tr("Say first which connections are meant");
    if (m_recipients.count() == 0)
        return tr("No open connection matches");
    const bool inRooms =
        std::ranges::any_of(m_recipients.connections, [](const ConnectionRow &connection) {
            return !connection.status.rooms.isEmpty();
        });
    return way.button == m_leave && !inRooms ? tr("None of them is in a room") : QString();
}

} // namespace signalbox
