// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"
#include "ui/widgets/data_table.h"

#include <QAccessible>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

/// As many rows as one likes, for nothing.
class Rows : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit Rows(int rows)
        : m_rows(rows)
    { }

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override
    {
        return parent.isValid() ? 0 : m_rows;
    }
    [[nodiscard]] int columnCount(const QModelIndex &parent) const override
    {
        return parent.isValid() ? 0 : 3;
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        return role == Qt::DisplayRole ? QVariant(
                   u"%1/%2 %3"_s.arg(m_first + index.row()).arg(index.column()).arg(m_word))
                                       : QVariant();
    }
    void append(int rows)
    {
        beginInsertRows({}, m_rows, m_rows + rows - 1);
        m_rows += rows;
        endInsertRows();
    }
    void removeFirst(int rows)
    {
        beginRemoveRows({}, 0, rows - 1);
        m_rows -= rows;
        m_first += rows;
        endRemoveRows();
    }
    void setWord(const QString &word, int row)
    {
        m_word = word;
        emit dataChanged(index(row, 1), index(row, 2));
    }

private:
    int m_rows;
    int m_first = 0;
    QString m_word;
};

} // namespace

/// A table with rows of one height: what QTableView does, without its header for rows.
class UniformTableTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void rowsLieOneBelowTheOther();
    void nothingCoversTheHeader();
    void theBarEndsAtTheLastRow();
    void everythingInSightNeedsNoBars();
    void rowsThatComeAndGoAreShown();
    void aChangedCellIsDrawnAnew();
    void keysMove_data();
    void keysMove();
    void scrollsTo_data();
    void scrollsTo();
    void rowsAreReachedWhileTheFirstColumnIsHidden();
    void clicksSelectRows();
    void draggingSelectsRows();
    void columnsThatMovedAreWhereTheyAreSeen();
    void aDoubleClickOnTheHeaderFitsTheColumn();
    void theSelectionAndTheKeyboardAreSeen();
    void screenReadersFindTheCells();
    void aMillionRowsComeAndGoAtOnce();

private:
    [[nodiscard]] QPoint middleOf(int row, int column = 0) const
    {
        return m_table->visualRect(m_table->model()->index(row, column)).center();
    }
    void show(Rows &rows)
    {
        m_table->setModel(&rows);
        m_table->show();
        QVERIFY(QTest::qWaitForWindowActive(m_table.get()));
        m_table->setFocus();
    }

    Theme m_theme;
    std::unique_ptr<DataTable> m_table;
};

void UniformTableTest::init()
{
    m_theme.apply();
    m_table = std::make_unique<DataTable>(m_theme);
    m_table->resize(400, 300);
}

void UniformTableTest::rowsLieOneBelowTheOther()
{
    Rows rows(1'000);
    show(rows);
    const int height = m_theme.rowHeight();
    QCOMPARE(m_table->rowHeight(), height);
    for (int row = 0; row < 3; ++row) {
        const QRect cell = m_table->visualRect(rows.index(row, 1));
        QCOMPARE(cell.top(), row * height);
        QCOMPARE(cell.height(), height);
        QCOMPARE(cell.left(), m_table->columnViewportPosition(1));
        QCOMPARE(m_table->rowAt(cell.top()), row);
        QCOMPARE(m_table->rowAt(cell.bottom()), row);
        QCOMPARE(m_table->indexAt(cell.center()), rows.index(row, 1));
    }
    m_table->verticalScrollBar()->setValue(500 * height + 5);
    QCOMPARE(m_table->rowAt(0), 500);
    QCOMPARE(m_table->visualRect(rows.index(500, 0)).top(), -5);
    QCOMPARE(m_table->rowAt(1'000 * height), -1);
    QVERIFY(!m_table->indexAt({5, 1'000 * height}).isValid());
}

void UniformTableTest::nothingCoversTheHeader()
{
    Rows rows(10);
    show(rows);
    const QHeaderView *header = m_table->horizontalHeader();
    QCOMPARE(m_table->childAt(2, 2), header->viewport());
    QCOMPARE(header->geometry().left(), m_table->viewport()->geometry().left());
    QCOMPARE(header->geometry().bottom() + 1, m_table->viewport()->geometry().top());
}

void UniformTableTest::theBarEndsAtTheLastRow()
{
    Rows rows(1'000);
    show(rows);
    m_table->scrollToBottom();
    QCOMPARE(m_table->visualRect(rows.index(999, 0)).bottom(), m_table->viewport()->height() - 1);
    QCOMPARE(m_table->verticalScrollBar()->pageStep(), m_table->viewport()->height());
}

void UniformTableTest::everythingInSightNeedsNoBars()
{
    Rows rows(3);
    show(rows);
    QVERIFY(!m_table->verticalScrollBar()->isVisible());
    rows.append(100);
    QTRY_VERIFY(m_table->verticalScrollBar()->isVisible());
    rows.removeFirst(100);
    QTRY_VERIFY(!m_table->verticalScrollBar()->isVisible());
    QCOMPARE(m_table->verticalScrollBar()->maximum(), 0);
    m_table->setColumnWidth(1, 2'000);
    QTRY_VERIFY(m_table->horizontalScrollBar()->isVisible());
}

void UniformTableTest::rowsThatComeAndGoAreShown()
{
    Rows rows(100);
    show(rows);
    const QRect first = m_table->visualRect(rows.index(0, 0));
    const QImage before = m_table->viewport()->grab(first).toImage();
    rows.removeFirst(10);
    QVERIFY(m_table->viewport()->grab(first).toImage() != before);
    QCOMPARE(m_table->verticalScrollBar()->maximum(),
             90 * m_table->rowHeight() - m_table->viewport()->height());
    m_table->scrollToBottom();
    rows.append(10);
    QCOMPARE(m_table->verticalScrollBar()->maximum(),
             100 * m_table->rowHeight() - m_table->viewport()->height());
}

void UniformTableTest::aChangedCellIsDrawnAnew()
{
    Rows rows(100);
    show(rows);
    const QRect cell = m_table->visualRect(rows.index(2, 2));
    const QImage shown = m_table->grab().toImage();
    rows.setWord(u"new"_s, 2);
    QTRY_VERIFY(m_table->grab().toImage() != shown);
    QVERIFY(m_table->viewport()->rect().contains(cell));
}

void UniformTableTest::keysMove_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<int>("to");

    QTest::newRow("down") << 5 << Qt::Key_Down << 6;
    QTest::newRow("up") << 5 << Qt::Key_Up << 4;
    QTest::newRow("not above the first") << 0 << Qt::Key_Up << 0;
    QTest::newRow("not below the last") << 99 << Qt::Key_Down << 99;
    QTest::newRow("home") << 50 << Qt::Key_Home << 0;
    QTest::newRow("end") << 50 << Qt::Key_End << 99;
    QTest::newRow("a page beyond the first is the first") << 3 << Qt::Key_PageUp << 0;
    QTest::newRow("a page beyond the last is the last") << 97 << Qt::Key_PageDown << 99;
    QTest::newRow("the other column keeps the row") << 5 << Qt::Key_Right << 5;
}

void UniformTableTest::keysMove()
{
    QFETCH(const int, from);
    QFETCH(const Qt::Key, key);
    Rows rows(100);
    show(rows);
    m_table->setCurrentIndex(rows.index(from, 0));
    QTest::keyClick(m_table.get(), key);
    QTEST(m_table->currentIndex().row(), "to");
    QCOMPARE(m_table->selectedRowNumbers(), QList{m_table->currentIndex().row()});
    QVERIFY(m_table->viewport()->rect().contains(middleOf(m_table->currentIndex().row())));
}

void UniformTableTest::scrollsTo_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<QAbstractItemView::ScrollHint>("hint");
    QTest::addColumn<int>("top"); // of the row, in rows below the viewport's upper edge; -1: bottom

    QTest::newRow("to the top") << 500 << QAbstractItemView::PositionAtTop << 0;
    QTest::newRow("to the bottom") << 500 << QAbstractItemView::PositionAtBottom << -1;
    QTest::newRow("what is below comes in at the bottom")
        << 500 << QAbstractItemView::EnsureVisible << -1;
    QTest::newRow("what is above comes in at the top")
        << 50 << QAbstractItemView::EnsureVisible << 0;
    QTest::newRow("what is in sight stays") << 102 << QAbstractItemView::EnsureVisible << 2;
}

void UniformTableTest::scrollsTo()
{
    QFETCH(const int, row);
    QFETCH(const QAbstractItemView::ScrollHint, hint);
    QFETCH(const int, top);
    Rows rows(1'000);
    show(rows);
    m_table->verticalScrollBar()->setValue(100 * m_table->rowHeight());
    m_table->scrollTo(rows.index(row, 0), hint);
    const QRect cell = m_table->visualRect(rows.index(row, 0));
    if (top < 0)
        QCOMPARE(cell.bottom(), m_table->viewport()->height() - 1);
    else
        QCOMPARE(cell.top(), top * m_table->rowHeight());
}

void UniformTableTest::rowsAreReachedWhileTheFirstColumnIsHidden()
{
    Rows rows(1'000);
    show(rows);
    m_table->setColumnHidden(0, true);
    const auto isInSight = [this](int row) {
        return m_table->viewport()->rect().contains(middleOf(row, 1));
    };
    m_table->scrollTo(rows.index(500, 0), QAbstractItemView::PositionAtCenter);
    QVERIFY(isInSight(500));
    m_table->selectRow(900);
    QVERIFY(isInSight(900));
    QCOMPARE(m_table->selectedRowNumbers(), QList{900});
    QCOMPARE(m_table->currentIndex().column(), 1);
    m_table->setCurrentIndex({});
    QTest::keyClick(m_table.get(), Qt::Key_Home);
    QCOMPARE(m_table->currentIndex(), rows.index(0, 1));
    m_table->setCurrentIndex(rows.index(5, 0)); // as a page that knows nothing of columns
    QTest::keyClick(m_table.get(), Qt::Key_End);
    QCOMPARE(m_table->currentIndex(), rows.index(999, 1));
    QVERIFY(isInSight(999));
}

void UniformTableTest::clicksSelectRows()
{
    Rows rows(100);
    show(rows);
    QWidget *cells = m_table->viewport();
    const auto click = [&](int row, Qt::KeyboardModifiers keys = {}) {
        QTest::mouseClick(cells, Qt::LeftButton, keys, middleOf(row));
    };
    click(2);
    QCOMPARE(m_table->selectedRowNumbers(), QList{2});
    click(5, Qt::ShiftModifier);
    QCOMPARE(m_table->selectedRowNumbers(), (QList{2, 3, 4, 5}));
    click(7, Qt::ControlModifier);
    QCOMPARE(m_table->selectedRowNumbers(), (QList{2, 3, 4, 5, 7}));
    m_table->selectRow(9);
    QCOMPARE(m_table->selectedRowNumbers(), QList{9});
    QTest::keyClick(m_table.get(), Qt::Key_End, Qt::ShiftModifier);
    QCOMPARE(m_table->selectedRowNumbers().size(), 91);
    m_table->selectAll();
    QCOMPARE(m_table->selectedRowNumbers().size(), 100);
    QSignalSpy opened(m_table.get(), &DataTable::rowOpened);
    QTest::mouseClick(cells, Qt::LeftButton, {}, middleOf(95));
    QTest::mouseDClick(cells, Qt::LeftButton, {}, middleOf(95));
    QCOMPARE(opened.size(), 1);
}

void UniformTableTest::draggingSelectsRows()
{
    Rows rows(100);
    show(rows);
    QTest::mousePress(m_table->viewport(), Qt::LeftButton, {}, middleOf(1));
    QTest::mouseMove(m_table->viewport(), middleOf(4, 1));
    QTest::mouseRelease(m_table->viewport(), Qt::LeftButton, {}, middleOf(4, 1));
    QCOMPARE(m_table->selectedRowNumbers(), (QList{1, 2, 3, 4}));
}

void UniformTableTest::columnsThatMovedAreWhereTheyAreSeen()
{
    Rows rows(10);
    show(rows);
    m_table->horizontalHeader()->moveSection(2, 0);
    m_table->setColumnHidden(1, true);
    QCOMPARE(m_table->visualRect(rows.index(0, 2)).left(), 0);
    QCOMPARE(m_table->visualRect(rows.index(0, 0)).left(), m_table->columnWidth(2));
    QVERIFY(m_table->visualRect(rows.index(0, 1)).isEmpty());
    QCOMPARE(m_table->indexAt({5, 5}), rows.index(0, 2));
    m_table->setCurrentIndex(rows.index(3, 2));
    QTest::keyClick(m_table.get(), Qt::Key_Right);
    QCOMPARE(m_table->currentIndex(), rows.index(3, 0));
    QTest::keyClick(m_table.get(), Qt::Key_Right);
    QCOMPARE(m_table->currentIndex(), rows.index(3, 0));
}

void UniformTableTest::aDoubleClickOnTheHeaderFitsTheColumn()
{
    Rows rows(1'000'000);
    show(rows);
    m_table->setColumnWidth(0, 200);
    QHeaderView *header = m_table->horizontalHeader();
    QTest::mouseDClick(header->viewport(), Qt::LeftButton, {}, {199, header->height() / 2});
    QVERIFY(m_table->columnWidth(0) < 100);
    QVERIFY(m_table->columnWidth(0) > QFontMetrics(m_table->font()).horizontalAdvance(u"10/0 "_s));
}

void UniformTableTest::theSelectionAndTheKeyboardAreSeen()
{
    Rows rows(10);
    show(rows);
    m_table->selectRow(1);
    QImage image = m_table->viewport()->grab().toImage();
    const QRect row = m_table->visualRect(rows.index(1, 2));
    const int right = row.right() - 2;
    QCOMPARE(image.pixelColor(right, row.center().y()), m_theme.color(ColorRole::Selection));
    QCOMPARE(image.pixelColor(right, row.top()), m_theme.color(ColorRole::Accent));
    QCOMPARE(image.pixelColor(right, row.bottom()), m_theme.color(ColorRole::Accent));
    QCOMPARE(image.pixelColor(right, row.bottom() + m_table->rowHeight() / 2),
             m_theme.color(ColorRole::Raised));
    QCOMPARE(image.pixelColor(right, row.bottom() + 3 * m_table->rowHeight() / 2),
             m_theme.color(ColorRole::AlternateRow));
    m_table->clearFocus();
    image = m_table->viewport()->grab().toImage();
    QCOMPARE(image.pixelColor(right, row.top()), m_theme.color(ColorRole::Selection));
}

void UniformTableTest::screenReadersFindTheCells()
{
    Rows rows(10);
    show(rows);
    QAccessibleInterface *table = QAccessible::queryAccessibleInterface(m_table.get());
    QVERIFY(table && table->tableInterface());
    QCOMPARE(table->tableInterface()->rowCount(), 10);
    QAccessibleInterface *cell = table->tableInterface()->cellAt(4, 1);
    QVERIFY(cell);
    QCOMPARE(cell->text(QAccessible::Name), u"4/1 "_s);
    const QRect place = m_table->visualRect(rows.index(4, 1));
    QCOMPARE(cell->rect(), QRect(m_table->viewport()->mapToGlobal(place.topLeft()), place.size()));
}

void UniformTableTest::aMillionRowsComeAndGoAtOnce()
{
    Rows rows(1'000'000);
    show(rows);
    m_table->setCurrentIndex({}); // otherwise the view goes to what is current when that vanishes
    QElapsedTimer clock;
    clock.start();
    for (int tick = 0; tick < 1'000; ++tick) {
        rows.removeFirst(3'000);
        rows.append(3'000);
    }
    qInfo("1,000 times 3,000 of a million rows: %lld ms", clock.elapsed());
    QCOMPARE(m_table->verticalHeader()->count(), 0);
    m_table->scrollToBottom();
    QCOMPARE(m_table->rowAt(m_table->viewport()->height() - 1), 999'999);
    QVERIFY2(clock.elapsed() < 10'000, "a header with a section a row takes minutes");
}

QTEST_MAIN(UniformTableTest)
#include "tst_uniform_table.moc"
