// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/matching_dialog.h"

#include "core/escaped_text.h"
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
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

namespace signalbox {

MatchingDialog::MatchingDialog(const ConnectionModel &model, OperatorActions &operatorActions,
                               const Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_model(model)
    , m_theme(theme)
    , m_filter(
          new FilterBox(theme, FilterFields::ofConnections(), QStringLiteral("connections"), this))
    , m_count(new QLabel(this))
    , m_listPlace(new QVBoxLayout)
    , m_refresh(new QPushButton(tr("&Refresh"), this))
    , m_send(new QPushButton(this))
    , m_kick(new QPushButton(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Act on matching connections"));
    build();
    connect(m_filter, &FilterBox::filterChanged, this, &MatchingDialog::refresh);
    connect(m_refresh, &QPushButton::clicked, this, &MatchingDialog::refresh);
    connect(m_send, &QPushButton::clicked, this, [this, &operatorActions] {
        operatorActions.send(m_recipients);
        accept();
    });
    connect(m_kick, &QPushButton::clicked, this, [this, &operatorActions] {
        operatorActions.kick(m_recipients);
        accept();
    });
    refresh();
}

void MatchingDialog::setFilterText(const QString &text)
{
    m_filter->setFilterText(text);
}

void MatchingDialog::build()
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
    m_send->setObjectName(QStringLiteral("sendToMatching"));
    m_kick->setObjectName(QStringLiteral("kickMatching"));
    // Enter in the filter means the filter.
    for (QPushButton *button : {m_refresh, m_send, m_kick})
        button->setAutoDefault(false);

    auto *counted = new QHBoxLayout;
    counted->addWidget(m_count, 1);
    counted->addWidget(m_refresh);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
    buttons->addButton(m_send, QDialogButtonBox::ActionRole);
    buttons->addButton(m_kick, QDialogButtonBox::ActionRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::Page, spacing::Page, spacing::Page, spacing::Page);
    layout->setSpacing(spacing::Medium);
    layout->addWidget(m_filter);
    layout->addLayout(counted);
    layout->addLayout(m_listPlace, 1);
    layout->addWidget(buttons);
    resizeZoomed(*this, m_theme, {520, 420});
}

void MatchingDialog::refresh()
{
    const Filter &filter = m_filter->filter();
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const QList<ConnectionRow> live = m_model.liveRows();
    QList<ConnectionRow> matching;
    std::ranges::copy_if(live, std::back_inserter(matching), [&](const ConnectionRow &row) {
        return !filter.isEmpty()
               && filter.matches(ConnectionSubject(row, m_model.bufferLimit(), now));
    });
    const QString count = countText(quint64(matching.size()));
    m_recipients = {ToConnections{idsOf(matching)},
                    counted(quint64(matching.size()), tr("the only connection that matches"),
                            tr("all %1 connections that match"))
                        + u' ' + escapedText(filter.text()),
                    matching};
    m_count->setText(filter.isEmpty() ? tr("Say which connections are meant.")
                                      : tr("Open connections that match: %1 of %2")
                                            .arg(count, countText(quint64(live.size()))));
    m_send->setText(tr("Send to %1…").arg(count));
    m_kick->setText(tr("Kick %1…").arg(count));
    const QString obstacle = filter.isEmpty()     ? tr("Say first which connections are meant")
                             : matching.isEmpty() ? tr("No open connection matches")
                                                  : QString();
    for (QPushButton *button : {m_send, m_kick}) {
        button->setEnabled(!matching.isEmpty());
        button->setAccessibleDescription(obstacle);
    }
    m_send->setToolTip(obstacle.isEmpty() ? tr("Go on to the message") : obstacle);
    m_kick->setToolTip(obstacle.isEmpty() ? tr("Go on to the close code and the reason")
                                          : obstacle);
    delete m_list;
    m_list = new RecipientList(matching, m_theme, this);
    m_listPlace->addWidget(m_list);
}

} // namespace signalbox
