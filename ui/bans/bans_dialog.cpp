// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bans/bans_dialog.h"

#include "core/escaped_text.h"
#include "ui/actions/outcome_watch.h"
#include "ui/bans/ban_model.h"
#include "ui/shell/server_mirror.h"
#include "ui/theme/measure_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/clear_button.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/dialog_size.h"
#include "ui/widgets/dialog_state.h"

#include <QDateTime>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

#include <chrono>

namespace signalbox {

using namespace std::chrono_literals;

BansDialog::BansDialog(ServerMirror &mirror, const Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_mirror(mirror)
    , m_theme(theme)
    , m_model(new BanModel(theme, this))
    , m_filter(new QSortFilterProxyModel(this))
    , m_table(new DataTable(theme, this))
    , m_search(new QLineEdit(this))
    , m_count(new QLabel(this))
    , m_message(new QLabel(this))
    , m_add(new QPushButton(tr("Ban…"), this))
    , m_lift(new QPushButton(tr("Lift"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Bans"));
    m_filter->setSourceModel(m_model);
    m_filter->setSortRole(BanModel::SortRole);
    m_filter->setFilterKeyColumn(-1);
    m_filter->setFilterCaseSensitivity(Qt::CaseInsensitive);
    build();
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setFilterFixedString(text);
        refresh();
    });
    connect(m_add, &QPushButton::clicked, this, &BansDialog::banRequested);
    connect(m_lift, &QPushButton::clicked, this, &BansDialog::lift);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (m_table->selectionModel()->hasSelection())
            m_notice.clear();
        refresh();
    });
    connect(&m_mirror, &ServerMirror::bansChanged, this, [this](const QList<Ban> &bans) {
        m_model->setBans(bans);
        refresh();
    });
    m_tick.setInterval(1s);
    connect(&m_tick, &QTimer::timeout, m_model,
            [this] { m_model->advance(QDateTime::currentMSecsSinceEpoch()); });
    m_tick.start();
    auto *remove = new QShortcut(QKeySequence::Delete, m_table);
    remove->setAutoRepeat(false);
    connect(remove, &QShortcut::activated, m_lift, [this] { m_lift->click(); });
    m_model->setBans(m_mirror.bans());
    refresh();
}

void BansDialog::build()
{
    m_search->setObjectName(QStringLiteral("bansSearch"));
    m_search->setPlaceholderText(tr("Search bans"));
    m_search->setAccessibleName(tr("Search bans"));
    addClearButton(*m_search);
    m_search->setMaximumWidth(280);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_count->setObjectName(QStringLiteral("bansCount"));
    m_message->setObjectName(QStringLiteral("bansMessage"));
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_search->setToolTip(tr("Any part of any column"));
    m_add->setToolTip(tr("Ban users or addresses, whether they are connected or not"));
    m_add->setObjectName(QStringLiteral("addBan"));
    m_add->setAutoDefault(false);
    m_lift->setObjectName(QStringLiteral("liftBan"));
    m_lift->setAutoDefault(false);

    m_table->setObjectName(QStringLiteral("bansTable"));
    m_table->setAccessibleName(tr("Bans"));
    m_table->setModel(m_filter);
    m_table->fitTextColumn(BanModel::Kind, QStringLiteral("address"));
    m_table->fitColumn(BanModel::Subject, QStringLiteral("2001:db8:1234:5678::/64"));
    m_table->fitTextColumn(BanModel::Until, QStringLiteral("00:00:00, in 00 h 00 min"));
    m_table->fitTextColumn(BanModel::Set, QStringLiteral("0000-00-00 00:00:00"));
    m_table->setFlexibleColumn(BanModel::Reason, 120);
    m_table->horizontalHeader()->setSortIndicator(BanModel::Set, Qt::DescendingOrder);
    m_table->setSortingEnabled(true);

    auto *bar = new QHBoxLayout;
    bar->setSpacing(spacing::Medium);
    bar->addWidget(m_search, 1);
    bar->addWidget(m_count);
    bar->addStretch();
    bar->addWidget(m_add);
    bar->addWidget(m_lift);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::Page, spacing::Page, spacing::Page, spacing::Page);
    layout->setSpacing(spacing::Medium);
    layout->addLayout(bar);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_message);
    layout->addWidget(buttons);
    resizeZoomed(*this, m_theme, {860, 420});
    new DialogState(this, m_table, QStringLiteral("bans"));
    m_search->setFocus();
}

void BansDialog::showBanOf(const QString &address)
{
    m_search->clear();
    const auto range = AddressRange::parse(address);
    const int row = range ? m_model->rowOf(*range) : -1;
    m_table->clearSelection();
    if (row < 0) {
        tell(tr("No ban keeps %1 out any more.").arg(escapedText(address)));
        return;
    }
    const QModelIndex shown = m_filter->mapFromSource(m_model->index(row, 0));
    m_table->selectRow(shown.row());
    m_table->scrollTo(shown);
    m_table->setFocus();
}

void BansDialog::lift()
{
    LiftBan command;
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &row : rows) {
        const Ban &ban = m_model->at(m_filter->mapToSource(row).row());
        command.bans += ban.id;
        command.subjects += ban.subject;
    }
    if (command.bans.isEmpty())
        return;
    tell({});
    whenDone(m_mirror.server().execute(command), this, [this](const CommandOutcome &outcome) {
        if (!outcome)
            tell(escapedText(outcome.error().message));
    });
}

void BansDialog::tell(const QString &notice)
{
    m_notice = notice;
    refresh();
}

void BansDialog::refresh()
{
    const auto selected = m_table->selectionModel()->selectedRows().size();
    m_lift->setText(selected > 0 ? tr("Lift %1").arg(countText(quint64(selected))) : tr("Lift"));
    m_lift->setEnabled(selected > 0);
    const QString why =
        selected > 0 ? tr("They may come back at once (Delete)") : tr("Select bans first");
    m_lift->setToolTip(why);
    m_lift->setAccessibleDescription(why);
    const int all = m_model->rowCount();
    m_count->setText(
        tr("%1 of %2").arg(countText(quint64(m_filter->rowCount())), countText(quint64(all))));
    m_message->setText(!m_notice.isEmpty() ? m_notice
                       : all == 0 ? tr("Nobody is banned. A user who is banned cannot join a room, "
                                       "an address cannot connect.")
                                  : QString());
    m_message->setVisible(!m_message->text().isEmpty());
}

} // namespace signalbox
