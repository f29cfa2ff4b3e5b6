// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"
#include "ui/widgets/filter_box.h"
#include "ui/widgets/filter_help.h"
#include "ui/widgets/filter_menu.h"
#include "ui/widgets/filter_suggestions.h"

#include <QAction>
#include <QInputDialog>
#include <QLabel>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// The line in which one writes a filter, through its keys and its looks.
class FilterBoxTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void aFilterComesIntoForceWhenTypingPauses();
    void enterDoesNotWait();
    void anInvalidOneLeavesTheLastInForce();
    void whatIsWrongIsToldEscaped();
    void aFilterThatLooksLikeMarkupIsNamedAsItIs();
    void whatIsWrongIsToldNoLongerThanItIs();
    void whatIsWrongIsToldWhenTheSuggestionsGo();
    void whatIsWrongStandsAboveWhereThereIsRoom();
    void whatIsWrongGoesWithTheBar();
    void whatIsWrongIsWhole();
    void theEdgeTells_data();
    void theEdgeTells();
    void tabTakesTheFirstSuggestion();
    void arrowsChooseAndEnterTakes();
    void escapeHidesTheSuggestions();
    void controlSpaceOpensThem();
    void aTakenFieldOffersItsValues();
    void usedOnesAreRemembered();
    void whatIsOnlyBegunIsNotRemembered();
    void whatStaysForAWhileIsRemembered();
    void whatIsPutInAndStaysIsNot();
    void whereItLedTakesThePlaceOfItsBeginning();
    void whatWasRecentBeforeStaysSo();
    void aLaterOneDoesNotTakeThePlace();
    void savedOnesComeBack();
    void theHelpHasEveryField();
    void theHelpComesBeforeAShortcutOfTheWindow();
    static void theHelpGoesAwayAndChangesNothing_data();
    void theHelpGoesAwayAndChangesNothing();

private:
    [[nodiscard]] FilterSuggestions *suggestions() const
    {
        return m_box->findChild<FilterSuggestions *>();
    }
    [[nodiscard]] QColor edge() const;

    Theme m_theme;
    std::unique_ptr<QWidget> m_window;
    FilterBox *m_box = nullptr;
};

void FilterBoxTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"signalbox-tests"_s);
    QCoreApplication::setApplicationName(u"filter_box"_s);
    m_theme.apply();
}

void FilterBoxTest::init()
{
    QSettings().clear();
    m_window = std::make_unique<QWidget>();
    m_box = new FilterBox(m_theme, FilterFields::ofConnections(), u"test"_s, m_window.get());
    m_box->setKnownValues([](FilterField field) {
        return field == FilterField::Room ? QStringList{u"lobby"_s, u"ops room"_s} : QStringList();
    });
    auto *layout = new QVBoxLayout(m_window.get());
    layout->addWidget(m_box);
    layout->addWidget(new QLineEdit(m_window.get()));
    m_window->resize(400, 120);
    m_window->show();
    m_window->activateWindow();
    m_box->setFocus();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void FilterBoxTest::cleanup()
{
    m_window.reset();
    QSettings().clear();
}

void FilterBoxTest::aFilterComesIntoForceWhenTypingPauses()
{
    const QSignalSpy changed(m_box, &FilterBox::filterChanged);
    QTest::keyClicks(m_box, u"room:lobby"_s);
    QCOMPARE(changed.size(), 0);
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(m_box->filter().text(), u"room:lobby"_s);
    m_box->clear();
    QCOMPARE(changed.size(), 2);
    QVERIFY(m_box->filter().isEmpty());
}

void FilterBoxTest::enterDoesNotWait()
{
    QTest::keyClicks(m_box, u"ann"_s);
    QTest::keyClick(m_box, Qt::Key_Return);
    QCOMPARE(m_box->filter().text(), u"ann"_s);
}

void FilterBoxTest::anInvalidOneLeavesTheLastInForce()
{
    m_box->setFilterText(u"room:lobby"_s);
    const QSignalSpy changed(m_box, &FilterBox::filterChanged);
    m_box->setFilterText(u"room:lobby rom:x"_s);
    QCOMPARE(changed.size(), 0);
    QCOMPARE(m_box->filter().text(), u"room:lobby"_s);
    QCOMPARE(m_box->error()->position, 11);
    QVERIFY2(m_box->toolTip().contains(u"At 12"_s), qPrintable(m_box->toolTip()));
    QVERIFY(m_box->accessibleDescription().contains(u"“room”"_s));
    m_box->setFilterText(u"room:ops"_s);
    QVERIFY(m_box->accessibleDescription().isEmpty());
    QCOMPARE(changed.size(), 1);
}

void FilterBoxTest::whatIsWrongIsToldEscaped()
{
    m_box->setFilterText(u"rtt>5\u202e\u200fsm"_s);
    QVERIFY(m_box->error());
    for (const QString &told : {m_box->toolTip(), m_box->accessibleDescription()}) {
        QVERIFY2(told.contains(u"“\\u{202e}\\u{200f}sm”"_s), qPrintable(told));
        QVERIFY(!told.contains(QChar(0x202e)));
    }
}

void FilterBoxTest::aFilterThatLooksLikeMarkupIsNamedAsItIs()
{
    const QString filter = u"<b>&</b>"_s;
    m_box->setFilterText(filter);
    QVERIFY(!m_box->error());
    m_box->openMenu();
    auto *menu = m_box->findChild<FilterMenu *>();
    const auto actions = menu->actions();
    const auto save = std::ranges::find(actions, u"Save this filter…"_s, &QAction::text);
    QVERIFY(save != actions.end());
    menu->hide();
    (*save)->trigger();
    const auto *label = menu->findChild<QInputDialog *>()->findChild<QLabel *>();
    QCOMPARE(label->textFormat(), Qt::PlainText);
    QVERIFY2(label->text().contains(u"<b>&&</b>"_s), qPrintable(label->text()));
}

QColor FilterBoxTest::edge() const
{
    const QImage image = m_box->grab().toImage();
    return image.pixelColor(image.width() / 2, 0);
}

void FilterBoxTest::whatIsWrongIsToldNoLongerThanItIs()
{
    const auto told = [this] {
        const auto *tip = m_window->findChild<QLabel *>(u"filterTip"_s);
        return tip->isVisible() ? tip->text() : QString();
    };
    m_box->setFocus();
    m_box->setFilterText(u"rom:x"_s);
    QVERIFY(told().contains(u"At 1"_s));
    m_box->setFilterText(u"room:x"_s);
    QTRY_COMPARE(told(), QString());
    m_box->setFilterText(u"rom:x"_s);
    QTRY_VERIFY(told().contains(u"At 1"_s));
    auto *elsewhere = new QLineEdit(m_window.get());
    elsewhere->show();
    elsewhere->setFocus();
    QTRY_COMPARE(told(), QString());
}

void FilterBoxTest::whatIsWrongIsToldWhenTheSuggestionsGo()
{
    m_box->setFocus();
    QTest::keyClicks(m_box, u"rom:x r"_s);
    QTRY_VERIFY(!m_box->accessibleDescription().isEmpty());
    const auto *tip = m_window->findChild<QLabel *>(u"filterTip"_s);
    QVERIFY(suggestions()->isVisible());
    QVERIFY(!tip->isVisible());
    QTest::keyClick(m_box, Qt::Key_Escape);
    QVERIFY(!suggestions()->isVisible());
    QVERIFY(tip->isVisible() && tip->text().contains(u"At 1"_s));
}

void FilterBoxTest::whatIsWrongStandsAboveWhereThereIsRoom()
{
    const auto geometry = [this](const QWidget &widget) {
        return QRect(widget.mapTo(m_window.get(), QPoint()), widget.size());
    };
    auto *column = static_cast<QVBoxLayout *>(m_window->layout());
    m_box->setFilterText(u"rom:x"_s);
    const auto *tip = m_window->findChild<QLabel *>(u"filterTip"_s);
    QVERIFY(geometry(*tip).top() > geometry(*m_box).bottom());
    column->insertSpacing(0, 100); // what is at it stays with it
    QTRY_VERIFY(geometry(*tip).bottom() < geometry(*m_box).top());
    QVERIFY(m_window->rect().contains(geometry(*tip)));
    // And it goes with the box.
    delete m_box;
    QVERIFY(!m_window->findChild<QLabel *>(u"filterTip"_s));
}

void FilterBoxTest::whatIsWrongGoesWithTheBar()
{
    auto *bar = new QWidget;
    auto *row = new QVBoxLayout(bar);
    row->addWidget(m_box);
    auto *column = static_cast<QVBoxLayout *>(m_window->layout());
    column->insertSpacing(0, 100);
    column->insertWidget(1, bar);
    bar->show();
    m_box->show();
    m_box->setFocus();
    QVERIFY(m_box->hasFocus());
    m_box->setFilterText(u"rom:x"_s);
    const auto *tip = m_window->findChild<QLabel *>(u"filterTip"_s);
    QTRY_VERIFY(tip->isVisible() && tip->y() > 0);
    const int before = tip->y();
    column->insertSpacing(0, 40); // the box stays where it is in its bar
    QTRY_COMPARE(tip->y(), before + 40);
}

void FilterBoxTest::whatIsWrongIsWhole()
{
    m_box->setFilterText(u"rom:x"_s);
    const auto *tip = m_window->findChild<QLabel *>(u"filterTip"_s);
    const int first = tip->height();
    m_box->setFilterText(u"room:x "_s + QString(200, u'a') + u":1"_s);
    QVERIFY(tip->isVisible() && tip->width() <= m_window->width());
    QVERIFY(tip->height() > first);
    QVERIFY(tip->height() >= tip->heightForWidth(tip->width()));
}

void FilterBoxTest::theEdgeTells_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("coloured");
    QTest::addColumn<ColorRole>("role");

    QTest::newRow("nothing is quiet") << QString() << false << ColorRole::Ok;
    QTest::newRow("a filter is green") << u"ann"_s << true << ColorRole::Ok;
    QTest::newRow("what is none is red") << u"(ann"_s << true << ColorRole::Danger;
}

void FilterBoxTest::theEdgeTells()
{
    QFETCH(const QString, text);
    QFETCH(const bool, coloured);
    QFETCH(const ColorRole, role);

    m_box->setFilterText(text);
    const bool same = edge().name() == m_theme.color(role).name();
    QCOMPARE(same, coloured);
}

void FilterBoxTest::tabTakesTheFirstSuggestion()
{
    QTest::keyClicks(m_box, u"room:lo"_s);
    QVERIFY(suggestions()->isVisible());
    QTest::keyClick(m_box, Qt::Key_Tab);
    QCOMPARE(m_box->text(), u"room:lobby"_s);
    QVERIFY(!suggestions()->isVisible());
    QVERIFY(m_box->hasFocus());
    QTest::keyClick(m_box, Qt::Key_Tab);
    QVERIFY(!m_box->hasFocus());
}

void FilterBoxTest::arrowsChooseAndEnterTakes()
{
    QTest::keyClicks(m_box, u"-room:"_s);
    QCOMPARE(suggestions()->topLevelItemCount(), 2);
    QTest::keyClick(m_box, Qt::Key_Down);
    QTest::keyClick(m_box, Qt::Key_Down);
    QTest::keyClick(m_box, Qt::Key_Return);
    QCOMPARE(m_box->text(), u"-room:\"ops room\""_s);
}

void FilterBoxTest::escapeHidesTheSuggestions()
{
    QTest::keyClicks(m_box, u"room:"_s);
    QTest::keyClick(m_box, Qt::Key_Escape);
    QVERIFY(!suggestions()->isVisible());
    QCOMPARE(m_box->text(), u"room:"_s);
}

void FilterBoxTest::controlSpaceOpensThem()
{
    QVERIFY(!suggestions()->isVisible());
    QTest::keyClick(m_box, Qt::Key_Space, Qt::ControlModifier);
    QVERIFY(suggestions()->isVisible());
    QCOMPARE(suggestions()->topLevelItem(0)->text(0), u"room:"_s);
    QVERIFY(!suggestions()->topLevelItem(0)->text(1).isEmpty());
}

void FilterBoxTest::aTakenFieldOffersItsValues()
{
    QTest::keyClicks(m_box, u"roo"_s);
    QTest::keyClick(m_box, Qt::Key_Tab);
    QCOMPARE(m_box->text(), u"room:"_s);
    QCOMPARE(suggestions()->topLevelItem(0)->text(0), u"lobby"_s);
}

void FilterBoxTest::usedOnesAreRemembered()
{
    const FilterHistory history(u"test"_s);
    for (int i = 0; i < FilterHistory::MaxRecent + 3; ++i) {
        m_box->setFilterText(u"conn:%1"_s.arg(i));
        QTest::keyClick(m_box, Qt::Key_Return);
    }
    m_box->setFilterText(u"((("_s);
    QTest::keyClick(m_box, Qt::Key_Return);
    QCOMPARE(history.recent().size(), FilterHistory::MaxRecent);
    QCOMPARE(history.recent().constFirst(), u"conn:14"_s);
    history.clearRecent();
    QVERIFY(history.recent().isEmpty());
}

void FilterBoxTest::whatIsOnlyBegunIsNotRemembered()
{
    const FilterHistory history(u"test"_s);
    QTest::keyClicks(m_box, u"user:d"_s);
    QTRY_COMPARE(m_box->filter().text(), u"user:d"_s);
    m_box->openMenu(); // takes the keyboard for a moment
    auto *menu = m_box->findChild<FilterMenu *>();
    QVERIFY(menu->isVisible());
    QVERIFY(history.recent().isEmpty());
    menu->hide();
    QTest::keyClicks(m_box, u"a"_s);
    QTRY_COMPARE(m_box->filter().text(), u"user:da"_s);
    QTest::keyClick(m_box, Qt::Key_F1); // so does the help
    auto *help = m_box->findChild<FilterHelp *>();
    QTRY_VERIFY(help && help->hasFocus());
    QVERIFY(history.recent().isEmpty());
    QTest::keyClick(help, Qt::Key_Escape);
    m_window->activateWindow(); // where no window manager does it
    QTRY_VERIFY(m_box->hasFocus());
    QVERIFY(history.recent().isEmpty());
    QTest::keyClicks(m_box, u"n"_s);
    m_window->findChildren<QLineEdit *>().constLast()->setFocus();
    QCOMPARE(history.recent(), QStringList{u"user:dan"_s});
}

void FilterBoxTest::whatStaysForAWhileIsRemembered()
{
    const FilterHistory history(u"test"_s);
    QTest::keyClicks(m_box, u"user:dan"_s);
    QTRY_COMPARE(m_box->filter().text(), u"user:dan"_s);
    QVERIFY(history.recent().isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(history.recent(), QStringList{u"user:dan"_s}, 10'000);
    QVERIFY(m_box->hasFocus());
}

void FilterBoxTest::whatIsPutInAndStaysIsNot()
{
    QTest::keyClicks(m_box, u"user:dan"_s);
    auto *staying = new QTimer(m_window.get());
    staying->start(4'000);
    const QSignalSpy stayed(staying, &QTimer::timeout);
    m_box->setFilterText(u"user:ann"_s);
    QTRY_COMPARE_WITH_TIMEOUT(stayed.size(), 1, 10'000);
    QVERIFY(FilterHistory(u"test"_s).recent().isEmpty());
}

void FilterBoxTest::whereItLedTakesThePlaceOfItsBeginning()
{
    const FilterHistory history(u"test"_s);
    for (const auto &more : {u"ro"_s, u"om:lob"_s, u"by"_s}) {
        QTest::keyClicks(m_box, more);
        QTest::keyClick(m_box, Qt::Key_Escape);
        QTest::keyClick(m_box, Qt::Key_Return);
    }
    QCOMPARE(history.recent(), QStringList{u"room:lobby"_s});
    m_box->setFilterText(u"room"_s);
    QTest::keyClick(m_box, Qt::Key_Return);
    QCOMPARE(history.recent(), (QStringList{u"room"_s, u"room:lobby"_s}));
}

void FilterBoxTest::whatWasRecentBeforeStaysSo()
{
    const FilterHistory history(u"test"_s);
    history.addRecent(u"room:lobby"_s);
    for (const auto &more : {u"room:lobby"_s, u" user:dan"_s}) {
        QTest::keyClicks(m_box, more);
        QTest::keyClick(m_box, Qt::Key_Escape);
        QTest::keyClick(m_box, Qt::Key_Return);
    }
    QCOMPARE(history.recent(), (QStringList{u"room:lobby user:dan"_s, u"room:lobby"_s}));
}

void FilterBoxTest::aLaterOneDoesNotTakeThePlace()
{
    const FilterHistory history(u"test"_s);
    QTest::keyClicks(m_box, u"dan"_s);
    m_window->findChildren<QLineEdit *>().constLast()->setFocus();
    m_box->setFocus();
    m_box->end(false);
    QTest::keyClicks(m_box, u" ann"_s);
    QTest::keyClick(m_box, Qt::Key_Return);
    QCOMPARE(history.recent(), (QStringList{u"dan ann"_s, u"dan"_s}));
}

void FilterBoxTest::savedOnesComeBack()
{
    m_box->setFilterText(u"rtt>20ms"_s);
    QTest::keyClick(m_box, Qt::Key_Down, Qt::AltModifier);
    auto *menu = m_box->findChild<FilterMenu *>();
    QVERIFY(menu->isVisible());
    const auto trigger = [menu](const QString &text) {
        const auto actions = menu->actions();
        const auto action = std::ranges::find_if(
            actions, [&text](const QAction *candidate) { return candidate->text() == text; });
        QVERIFY(action != actions.end());
        menu->hide();
        (*action)->trigger();
    };
    trigger(u"Save this filter…"_s);
    auto *dialog = menu->findChild<QInputDialog *>();
    QVERIFY(dialog);
    dialog->setTextValue(u"Far & away"_s);
    dialog->accept();
    QCOMPARE(FilterHistory(u"test"_s).saved(),
             (QList<SavedFilter>{{u"Far & away"_s, u"rtt>20ms"_s}}));

    m_box->clear();
    m_box->openMenu();
    trigger(u"Far && away"_s);
    QCOMPARE(m_box->filter().text(), u"rtt>20ms"_s);
    FilterHistory(u"test"_s).remove(u"Far & away"_s);
    QVERIFY(FilterHistory(u"test"_s).saved().isEmpty());
}

void FilterBoxTest::theHelpHasEveryField()
{
    QTest::keyClick(m_box, Qt::Key_F1);
    auto *help = m_box->findChild<FilterHelp *>();
    QVERIFY(help->isVisible());
    const QString text = help->toPlainText();
    for (const FilterFieldRow &row : filterFieldTable())
        QCOMPARE(text.contains(filterFieldHelp(row)),
                 FilterFields::ofConnections().contains(row.field));
    emit help->exampleChosen(u"state:slow"_s);
    QCOMPARE(m_box->filter().text(), u"state:slow"_s);
}

void FilterBoxTest::theHelpComesBeforeAShortcutOfTheWindow()
{
    QAction shortcuts;
    shortcuts.setShortcut(Qt::Key_F1);
    m_window->addAction(&shortcuts);
    const QSignalSpy triggered(&shortcuts, &QAction::triggered);
    QTest::keyClick(m_box, Qt::Key_F1);
    auto *help = m_box->findChild<FilterHelp *>();
    QVERIFY(help && help->isVisible());
    QCOMPARE(triggered.size(), 0);
    help->close();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->findChildren<QLineEdit *>().constLast()->setFocus();
    QTest::keyClick(m_window->focusWidget(), Qt::Key_F1);
    QCOMPARE(triggered.size(), 1);
}

void FilterBoxTest::theHelpGoesAwayAndChangesNothing_data()
{
    QTest::addColumn<int>("key");
    QTest::newRow("Escape") << int(Qt::Key_Escape);
    QTest::newRow("F1 again") << int(Qt::Key_F1);
    QTest::newRow("a click elsewhere") << 0;
}

void FilterBoxTest::theHelpGoesAwayAndChangesNothing()
{
    QFETCH(const int, key);
    m_box->setFilterText(u"state:open"_s);
    QTest::keyClick(m_box, Qt::Key_F1);
    auto *help = m_box->findChild<FilterHelp *>();
    QVERIFY(help && help->isVisible());
    if (key == 0)
        QTest::mouseClick(help, Qt::LeftButton, {}, QPoint(-20, -20));
    else
        QTest::keyClick(help, Qt::Key(key));
    QVERIFY(!help->isVisible());
    QCOMPARE(m_box->filter().text(), u"state:open"_s);
}

QTEST_MAIN(FilterBoxTest)
#include "tst_filter_box.moc"
