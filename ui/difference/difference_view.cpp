// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/difference/difference_view.h"

#include "ui/difference/difference_finder.h"
#include "ui/difference/difference_model.h"
#include "ui/difference/difference_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/tab_order.h"
#include "ui/widgets/wrap_layout.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <numeric>
#include <utility>

namespace signalbox {

namespace {
constexpr int LeastHeading = 200; // beside the controls; else they stand in a line of their own
constexpr int LeastWidth = 80; // of the columns that share it
} // namespace

DifferenceView::DifferenceView(const Theme &theme, Log log, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_log(std::move(log))
    , m_finder(new DifferenceFinder(this))
    , m_model(new DifferenceModel(theme, this))
    , m_table(new DataTable(theme, this))
    , m_heading(new ElidedLabel(this))
    , m_with(new QComboBox(this))
    , m_jump(new QPushButton(this))
    , m_copy(new QPushButton(this))
    , m_notice(new QLabel(this))
    , m_stack(new QStackedWidget(this))
    , m_sentence(new QLabel(this))
    , m_cancel(new QPushButton(this))
{
    build();
    connect(m_finder, &DifferenceFinder::answered, this, &DifferenceView::show);
    connect(m_finder, &DifferenceFinder::progressed, this, &DifferenceView::showSearching);
    connect(m_with, &QComboBox::currentIndexChanged, this, &DifferenceView::ask);
    connect(m_cancel, &QPushButton::clicked, this, &DifferenceView::cancel);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QList<int> rows(m_model->rowCount());
        std::iota(rows.begin(), rows.end(), 0);
        copy(rows);
    });
    auto *keys = new QShortcut(QKeySequence::Copy, m_table);
    keys->setContext(Qt::WidgetShortcut);
    connect(keys, &QShortcut::activated, this, [this] { copy(m_table->selectedRowNumbers()); });
    connect(m_jump, &QPushButton::clicked, this, [this] {
        if (const auto position = other())
            emit positionWanted(*position);
    });
    m_placeWidth = m_table->columnWidth(DifferenceModel::Place);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionResized, this,
            &DifferenceView::noteWidth);
    connect(&theme, &Theme::changed, this, &DifferenceView::applyTheme);
    applyTheme();
    clear();
}

DifferenceView::~DifferenceView()
{
    // It tells of its sections until it is destroyed itself, when this part has gone.
    m_table->horizontalHeader()->disconnect(this);
}

QString DifferenceView::explanation()
{
    return tr("What it differs in from the previous message of its type: that which went the same "
              "way with the same type (without one, the same opcode), from the same client, to the "
              "same client, or in the same room. Rows that the filter hides count too. "
              "(Ctrl+Shift+D)");
}

void DifferenceView::build()
{
    m_heading->setObjectName(QStringLiteral("differenceHeading"));
    m_heading->setElideMode(Qt::ElideRight);
    m_heading->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_heading->setAccessibleName(tr("What it is compared with"));
    buildChoice();
    m_jump->setObjectName(QStringLiteral("differenceJump"));
    m_copy->setAccessibleName(tr("Copy the differences"));
    m_copy->setToolTip(
        tr("Copy all differences as text; Ctrl+C in the table copies those selected"));
    m_notice->setObjectName(QStringLiteral("differenceNotice"));
    m_notice->setTextFormat(Qt::PlainText);
    m_notice->setWordWrap(true);
    m_table->setObjectName(QStringLiteral("differenceTable"));
    m_table->setAccessibleName(tr("Differences"));
    m_table->setModel(m_model);
    m_table->fitTextColumn(DifferenceModel::What, tr("~ changed"));
    m_table->fitColumn(DifferenceModel::Place, QStringLiteral("content.order.items[12].price"));
    m_table->setFlexibleColumn(DifferenceModel::After, LeastWidth);
    m_stack->addWidget(m_table);
    m_stack->addWidget(buildPlaceholder());

    auto *head = new WrapLayout;
    head->setContentsMargins(spacing::Large, 0, spacing::Large, spacing::Small);
    head->setSpacing(spacing::Medium);
    head->addStretching(m_heading);
    for (QWidget *part : std::initializer_list<QWidget *>{m_with, m_jump, m_copy})
        head->addWidget(part);
    auto *notice = new QHBoxLayout;
    notice->setContentsMargins(spacing::Large, 0, spacing::Large, spacing::Small);
    notice->addWidget(m_notice);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addLayout(notice);
    layout->addWidget(m_stack, 1);
    orderTabs({m_with, m_jump, m_copy, m_stack});
}

void DifferenceView::buildChoice()
{
    m_with->setObjectName(QStringLiteral("differenceWith"));
    m_with->addItem(tr("Previous of its type"), int(CompareWith::PreviousOfType));
    m_with->addItem(tr("Previous of the same connection"), int(CompareWith::PreviousOfConnection));
    m_with->addItem(tr("Marked row"), int(CompareWith::Marked));
    m_with->setAccessibleName(tr("Compare with"));
    m_with->setToolTip(
        tr("Previous of its type: the same direction and type, from the same client, "
           "to the same client or in the same room.\n"
           "Previous of the same connection: the same direction and type, from, to or caused by "
           "the same client, in any room.\n"
           "Marked row: the nearest one above that is marked (Ctrl+M), else below."));
    m_with->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_with->hide(); // until marks are offered
}

QWidget *DifferenceView::buildPlaceholder()
{
    auto *page = new QWidget(this);
    m_sentence->setObjectName(QStringLiteral("differenceSentence"));
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_cancel->setObjectName(QStringLiteral("differenceCancel"));
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(spacing::Large, spacing::Small, spacing::Large, spacing::Large);
    layout->setSpacing(spacing::Medium);
    layout->addWidget(m_sentence);
    layout->addWidget(m_cancel, 0, Qt::AlignLeft);
    layout->addStretch();
    return page;
}

void DifferenceView::applyTheme()
{
    m_copy->setIcon(m_theme.icon(QStringLiteral("copy")));
    updateJump();
    m_heading->setMinimumWidth(m_theme.zoomed(LeastHeading));
    m_notice->setFont(m_theme.captionFont());
    QPalette warning = palette();
    warning.setColor(QPalette::WindowText, m_theme.color(ColorRole::Warning));
    m_notice->setPalette(warning);
}

void DifferenceView::choose(quint64 position)
{
    m_chosen = position;
    m_isStale = true;
    if (isVisible())
        ask();
}

void DifferenceView::clear()
{
    m_finder->cancel();
    m_chosen.reset();
    showSentence(tr("Select a message first."));
}

void DifferenceView::setMarked(std::optional<quint64> position)
{
    m_with->show();
    if (m_marked == position)
        return;
    m_marked = position;
    if (with() != CompareWith::Marked)
        return;
    m_isStale = true;
    if (isVisible())
        ask();
}

std::optional<quint64> DifferenceView::other() const
{
    if (!m_answer || m_answer->otherNumber == 0)
        return std::nullopt;
    return m_answer->other;
}

void DifferenceView::setJumpObstacle(const QString &obstacle)
{
    if (m_jumpObstacle == obstacle)
        return;
    m_jumpObstacle = obstacle;
    updateJump();
}

void DifferenceView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        ask();
}

CompareWith DifferenceView::with() const
{
    return CompareWith(m_with->currentData().toInt());
}

void DifferenceView::ask()
{
    m_isStale = false;
    if (!m_chosen)
        return;
    m_finder->ask({m_log(), *m_chosen, with(), m_marked});
    if (m_finder->isSearching())
        showSearching(0);
}

void DifferenceView::cancel()
{
    if (!m_finder->isSearching()) {
        ask();
        return;
    }
    m_finder->cancel();
    showSentence(tr("The search was cancelled."));
    m_cancel->setText(tr("Search again"));
    m_cancel->setToolTip(tr("Look for the previous message of this type"));
    m_cancel->show();
}

void DifferenceView::show(const DifferenceAnswer &answer)
{
    showSentence(differenceObstacle(answer));
    m_answer = answer;
    m_heading->setText(differenceHeading(answer));
    const QString notice = differenceNotice(answer);
    m_notice->setText(notice);
    m_notice->setVisible(!notice.isEmpty());
    m_model->setDifference(answer.difference);
    m_copy->setEnabled(m_model->rowCount() > 0);
    m_stack->setCurrentIndex(m_model->rowCount() > 0 ? 0 : 1);
    updateJump();
    emit otherChanged();
}

void DifferenceView::showSearching(int percent)
{
    showSentence(tr("Looking for what to compare with… %1 %").arg(percent));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setToolTip(tr("Give up looking"));
    m_cancel->show();
}

void DifferenceView::showSentence(const QString &sentence)
{
    m_answer.reset();
    m_sentence->setText(sentence);
    m_sentence->setAccessibleName(sentence);
    m_heading->clear();
    m_notice->hide();
    m_cancel->hide();
    m_copy->setEnabled(false);
    m_stack->setCurrentIndex(1);
    updateJump();
}

void DifferenceView::updateJump()
{
    const auto position = other();
    m_jump->setVisible(position.has_value());
    if (!position)
        return;
    m_jump->setText(tr("Go to #%1").arg(m_answer->otherNumber));
    m_jump->setIcon(m_theme.icon(m_answer->sinceOther < 0 ? QStringLiteral("arrow-down")
                                                          : QStringLiteral("arrow-up")));
    m_jump->setEnabled(m_jumpObstacle.isEmpty());
    const QString why = m_jumpObstacle.isEmpty() ? tr("Choose the message that it is compared with")
                                                 : m_jumpObstacle;
    m_jump->setToolTip(why);
    m_jump->setAccessibleDescription(why);
}

void DifferenceView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    shareWidth();
}

/// What the operator wants of the widths, by dragging a section's edge.
void DifferenceView::noteWidth(int column)
{
    if (m_isSharing)
        return;
    const int before = m_table->columnWidth(DifferenceModel::Before);
    const int both = before + m_table->columnWidth(DifferenceModel::After);
    if (column == DifferenceModel::Place)
        m_placeWidth = m_table->columnWidth(column);
    else if (column == DifferenceModel::Before && both > 0)
        m_share = double(before) / both;
}

void DifferenceView::shareWidth()
{
    const QScopedValueRollback sharing(m_isSharing, true);
    // The table has this width, but knows of it only after this.
    const QScrollBar *bar = m_table->verticalScrollBar();
    const int all = width() - (bar->isVisible() ? bar->width() : 0);
    const int place = std::min(m_placeWidth, all / 3);
    const int left = all - m_table->columnWidth(DifferenceModel::What) - place;
    m_table->setColumnWidth(DifferenceModel::Place, place);
    m_table->setColumnWidth(DifferenceModel::Before,
                            std::max(LeastWidth, int(double(left) * m_share)));
}

void DifferenceView::copy(const QList<int> &rows) const
{
    if (!rows.isEmpty())
        QGuiApplication::clipboard()->setText(m_model->text(rows));
}

} // namespace signalbox
