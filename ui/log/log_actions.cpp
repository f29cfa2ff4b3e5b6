// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/log_actions.h"

#include "ui/log/log_model.h"
#include "ui/log/log_view.h"
#include "ui/theme/measure_text.h"
#include "ui/widgets/possible_action.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QSettings>

#include <algorithm>
#include <array>
#include <tuple>

namespace signalbox {

namespace {

/// Of a look for a mark with each batch of records; pressing the key goes all the way.
constexpr int QuickSteps = 100;
constexpr std::array<qsizetype, 4> Sizes{10'000, 100'000, 1'000'000, 5'000'000};

QString sizeKey()
{
    return QStringLiteral("log/records");
}

QString noMarkText(bool down)
{
    return down ? LogActions::tr("No marked row is shown below this one")
                : LogActions::tr("No marked row is shown above this one");
}

} // namespace

LogActions::LogActions(LogModel &model, LogView &view, QWidget &page)
    : QObject(&page)
    , m_model(model)
    , m_view(view)
    , m_page(page)
    , m_times(std::make_unique<QMenu>(tr("&Time")))
    , m_sizes(std::make_unique<QMenu>(tr("&Keep")))
    , m_timeModes(new QActionGroup(this))
{
    m_mark = add(tr("&Mark or unmark rows"), QStringLiteral("markRows"), Qt::CTRL | Qt::Key_M);
    connect(m_mark, &QAction::triggered, this, &LogActions::toggleMarks);
    m_next = add(tr("&Next mark"), QStringLiteral("nextMark"), Qt::CTRL | Qt::SHIFT | Qt::Key_N);
    connect(m_next, &QAction::triggered, this, [this] { goToMark(true); });
    m_previous =
        add(tr("P&revious mark"), QStringLiteral("previousMark"), Qt::CTRL | Qt::SHIFT | Qt::Key_B);
    connect(m_previous, &QAction::triggered, this, [this] { goToMark(false); });
    addSeparator();
    addTimes();
    addSeparator();
    connect(add(tr("C&apture filter…"), QStringLiteral("captureFilter"), Qt::CTRL | Qt::Key_G),
            &QAction::triggered, this, &LogActions::captureRequested);
    addSizes();
    addSeparator();
    m_export = add(tr("&Export…"), QStringLiteral("exportLog"), Qt::CTRL | Qt::SHIFT | Qt::Key_E);
    connect(m_export, &QAction::triggered, this, &LogActions::exportRequested);
    connect(&m_model, &LogModel::countsChanged, this, &LogActions::update);
    update();
}

LogActions::~LogActions() = default;

QAction *LogActions::add(const QString &text, const QString &name, const QKeySequence &keys)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    listen(action, keys);
    m_actions += action;
    return action;
}

/// On this page only.
void LogActions::listen(QAction *action, const QKeySequence &keys)
{
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_page.addAction(action);
}

void LogActions::addSeparator()
{
    auto *separator = new QAction(this);
    separator->setSeparator(true);
    m_actions += separator;
}

void LogActions::addTimes()
{
    const std::array modes{
        std::tuple(LogTimeMode::Absolute, tr("Time of &day"), Qt::Key_1),
        std::tuple(LogTimeMode::SincePrevious, tr("Since the row &above"), Qt::Key_2),
        std::tuple(LogTimeMode::SinceReference, tr("Since the &reference"), Qt::Key_3),
    };
    for (const auto &[mode, text, key] : modes) {
        auto *action = m_timeModes->addAction(text);
        listen(action, Qt::CTRL | key);
        if (mode != LogTimeMode::SinceReference) // that row will be another run's
            action->setObjectName(QStringLiteral("logTime%1").arg(int(mode)));
        action->setCheckable(true);
        action->setData(int(mode));
        action->setChecked(mode == LogTimeMode::Absolute);
        m_times->addAction(action);
        connect(action, &QAction::toggled, this, [this, mode = mode](bool on) {
            if (on && m_model.time().mode != mode && mode != LogTimeMode::SinceReference)
                m_model.setTimeMode(mode);
        });
        connect(action, &QAction::triggered, this, [this, mode = mode] {
            if (mode == LogTimeMode::SinceReference && m_model.time().referenceNumber == 0)
                takeReference();
            else
                m_model.setTimeMode(mode);
        });
    }
    connect(&m_model, &QAbstractItemModel::headerDataChanged, this, [this] {
        const auto actions = m_timeModes->actions();
        for (QAction *action : actions)
            action->setChecked(action->data().toInt() == int(m_model.time().mode));
    });
    m_actions += m_times->menuAction();
    m_reference =
        add(tr("&Set as time reference"), QStringLiteral("timeReference"), Qt::CTRL | Qt::Key_T);
    connect(m_reference, &QAction::triggered, this, &LogActions::takeReference);
}

void LogActions::addSizes()
{
    auto *group = new QActionGroup(this);
    const qsizetype kept =
        QSettings().value(sizeKey(), qlonglong(m_model.bounds().entries)).toLongLong();
    int key = Qt::Key_6;
    for (const qsizetype size : Sizes) {
        QAction *action = group->addAction(tr("%1 records").arg(countText(quint64(size))));
        action->setCheckable(true);
        action->setChecked(size == kept);
        listen(action, Qt::CTRL | Qt::Key(key++));
        m_sizes->addAction(action);
        connect(action, &QAction::triggered, this, [this, size] {
            QSettings().setValue(sizeKey(), qlonglong(size));
            setRecords(size);
        });
    }
    if (kept != m_model.bounds().entries && std::ranges::find(Sizes, kept) != Sizes.end())
        setRecords(kept);
    m_sizes->addSeparator();
    m_memory = m_sizes->addAction(QString());
    m_memory->setEnabled(false);
    m_memory->setObjectName(QStringLiteral("logMemory"));
    connect(m_sizes.get(), &QMenu::aboutToShow, this, &LogActions::describeMemory);
    m_actions += m_sizes->menuAction();
}

void LogActions::setRecorded(bool any)
{
    setPossible(m_export, any ? QString() : tr("The log is empty"),
                tr("Write records into a file, as JSON Lines, CSV or HAR"));
}

void LogActions::setRecords(qsizetype records)
{
    LogBounds bounds = m_model.bounds();
    bounds.entries = records;
    m_model.setBounds(bounds);
}

void LogActions::describeMemory()
{
    m_memory->setText(
        tr("Now %1 in %2 of memory; payloads up to %3")
            .arg(counted(quint64(m_model.recorded()), tr("one record"), tr("%1 records")),
                 bytesText(quint64(m_model.memoryBytes())),
                 bytesText(quint64(m_model.bounds().payloadBytes))));
}

void LogActions::update()
{
    const bool selected = m_view.selectionModel() && m_view.selectionModel()->hasSelection();
    setPossible(m_mark, selected ? QString() : tr("Select rows first"),
                tr("Mark the selected rows, or take their marks away"));
    setPossible(m_reference, m_model.rowCount() > 0 ? QString() : tr("No row is shown"),
                tr("Count the times from the current row on"));
    const QModelIndex current = m_view.currentIndex();
    const int row = current.isValid() ? current.row() : -1;
    const auto whyNot = [this, row](bool down) {
        if (m_model.marks().isEmpty())
            return tr("No row is marked");
        const FoundMark mark = m_model.markFrom(row, down, QuickSteps);
        if (mark.row >= 0 || !mark.isKnown)
            return QString();
        return noMarkText(down);
    };
    setPossible(m_next, whyNot(true), tr("Go to the next marked row"));
    setPossible(m_previous, whyNot(false), tr("Go to the marked row before this one"));
}

void LogActions::toggleMarks()
{
    const auto rows = m_model.selection(m_view.selectionModel()->selection()).positions;
    m_model.setMarked(rows, !m_model.marks().containsAll(rows));
}

void LogActions::goToMark(bool down)
{
    const QModelIndex current = m_view.currentIndex();
    const int row = m_model.markFrom(current.isValid() ? current.row() : -1, down).row;
    if (row >= 0)
        emit rowWanted(row);
    else
        setPossible(down ? m_next : m_previous, noMarkText(down), {});
}

void LogActions::takeReference()
{
    const QModelIndex current = m_view.currentIndex();
    const int row = current.isValid() ? current.row() : m_model.rowCount() - 1;
    if (row >= 0)
        m_model.setTimeReference(row);
    else
        m_model.setTimeMode(m_model.time().mode); // and the menu shows that again
}

} // namespace signalbox
