// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/console_actions.h"
#include "ui/shell/navigation_bar.h"
#include "ui/shell/shortcuts_dialog.h"
#include "ui/shell/status_line.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QLabel>
#include <QSet>
#include <QTest>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>
#include <QVBoxLayout>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// The bars around the pages, and the list of keys.
class ShellPartsTest : public QObject
{
    Q_OBJECT

private slots:
    void ratesFallToNothingWithoutNews();
    void burstsLeaveTheRatesSteady();
    void ratesAreInSight();
    void aMessageHidesNoCount_data();
    void aMessageHidesNoCount();
    void theNavigationHasRoomForItsCounts_data();
    void theNavigationHasRoomForItsCounts();
    void theKeyboardFollowsThePage();
    void everyShortcutIsListedOnce();
    void onlyZoomingRepeatsWhileItsKeyIsHeld();
};

void ShellPartsTest::ratesFallToNothingWithoutNews()
{
    const Theme theme;
    StatusLine line(theme);
    const auto *from = line.findChild<QLabel *>(u"fromClients"_s);
    TotalsChanged totals;
    totals.timestamp = 1'000;
    line.show(totals);
    totals.timestamp = 2'000;
    totals.messagesFromClients = 50;
    line.show(totals);
    QVERIFY2(from->text().contains(u"50/s"), qPrintable(from->text()));
    line.advance(2'500); // not yet
    QVERIFY(from->text().contains(u"50/s"));
    line.advance(3'000);
    QVERIFY2(from->text().contains(u"25/s"), qPrintable(from->text())); // the mean of two seconds
    for (qint64 now = 4'000; now <= 7'000; now += 1'000)
        line.advance(now);
    QVERIFY2(from->text().contains(u" 0/s"), qPrintable(from->text()));
}

void ShellPartsTest::burstsLeaveTheRatesSteady()
{
    const Theme theme;
    StatusLine line(theme);
    const auto *from = line.findChild<QLabel *>(u"fromClients"_s);
    TotalsChanged totals;
    totals.timestamp = 1'000;
    line.show(totals);
    // 100 a second, of which now and then all of two seconds come in one.
    for (const quint64 burst : {100U, 100U, 200U, 0U, 100U, 200U, 0U, 100U, 100U, 200U, 0U}) {
        totals.timestamp += 1'000;
        totals.messagesFromClients += burst;
        line.show(totals);
        if (totals.timestamp < 6'000)
            continue;
        const QString shown = from->text().section(u' ', -1);
        const int rate = shown.section(u'/', 0, 0).toInt();
        QVERIFY2(rate >= 80 && rate <= 120, qPrintable(shown));
    }
}

void ShellPartsTest::ratesAreInSight()
{
    const Theme theme;
    StatusLine line(theme);
    line.resize(1280, line.sizeHint().height());
    line.show(TotalsChanged{});
    static_cast<QWidget &>(line).show();
    QVERIFY(QTest::qWaitForWindowExposed(&line));
    for (const auto &name : {u"fromClients"_s, u"toClients"_s}) {
        const auto *rate = line.findChild<QLabel *>(name);
        QCOMPARE_GE(rate->width(), rate->fontMetrics().horizontalAdvance(rate->text()));
    }
}

void ShellPartsTest::aMessageHidesNoCount_data()
{
    QTest::addColumn<int>("zoom");
    QTest::addColumn<QString>("message");
    QTest::addColumn<bool>("rates");
    const QString copied = u"Copied ws://127.0.0.1:3001/"_s;
    QTest::newRow("a short one leaves the rates too") << 100 << copied << true;
    QTest::newRow("a long one takes their place") << 100 << QString(400, u'x') << false;
    QTest::newRow("zoomed") << int(Theme::LargestZoom) << copied << false;
}

void ShellPartsTest::aMessageHidesNoCount()
{
    QFETCH(const int, zoom);
    QFETCH(const QString, message);
    QFETCH(const bool, rates);
    Theme theme;
    theme.apply();
    theme.setZoom(zoom);
    StatusLine line(theme);
    line.setLimit(10'000);
    line.show(TotalsChanged{});
    line.resize(1280, line.sizeHint().height());
    static_cast<QWidget &>(line).show();
    QVERIFY(QTest::qWaitForWindowExposed(&line));
    const auto *from = line.findChild<QLabel *>(u"fromClients"_s);
    line.showMessage(message);
    const auto *shown = line.findChild<QLabel *>(u"statusMessage"_s);
    QVERIFY(shown->isVisible());
    QCOMPARE(shown->text(), message);
    QCOMPARE(from->isVisible(), rates);
    const auto isInSight = [&line](const QLabel *label) {
        return label->isVisible() && label->width() >= label->sizeHint().width()
               && line.rect().contains(QRect(label->mapTo(&line, QPoint()), label->size()));
    };
    for (const auto &name : {u"connections"_s, u"dropped"_s, u"lost"_s})
        QTRY_VERIFY2(isInSight(line.findChild<QLabel *>(name)), qPrintable(name));
    QTRY_VERIFY(shown->width() > shown->fontMetrics().averageCharWidth() * 20);
    line.clearMessage();
    QVERIFY(from->isVisible() && shown->text().isEmpty());
    theme.setZoom(Theme::NormalZoom);
}

void ShellPartsTest::theNavigationHasRoomForItsCounts_data()
{
    QTest::addColumn<int>("zoom");
    for (const int zoom : {Theme::SmallestZoom, Theme::NormalZoom, 150, Theme::LargestZoom})
        QTest::addRow("zoomed to %d %%", zoom) << zoom;
}

void ShellPartsTest::theNavigationHasRoomForItsCounts()
{
    QFETCH(int, zoom);
    Theme theme;
    QWidget window;
    const ConsoleActions actions(theme, &window);
    NavigationBar bar(actions, theme, &window);
    theme.setZoom(zoom);
    QFont bold = theme.uiFont();
    bold.setBold(true);
    const auto buttons = bar.findChildren<NavigationButton *>();
    for (const NavigationButton *button : buttons) {
        const int words = QFontMetrics(bold).horizontalAdvance(button->text());
        const int count = QFontMetrics(theme.captionFont()).horizontalAdvance(u"9,999"_s);
        QVERIFY(button->neededWidth() >= words + count + spacing::Large);
        QVERIFY(bar.minimumWidth() >= button->neededWidth() + 2 * spacing::Medium);
    }
    theme.setZoom(Theme::NormalZoom);
}

void ShellPartsTest::theKeyboardFollowsThePage()
{
    Theme theme;
    QWidget window;
    const ConsoleActions actions(theme, &window);
    auto *layout = new QVBoxLayout(&window);
    layout->addWidget(new NavigationBar(actions, theme, &window));
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const auto buttons = window.findChildren<NavigationButton *>();
    buttons.at(0)->setFocus(Qt::TabFocusReason);
    QTest::keyClick(&window, Qt::Key_3, Qt::AltModifier);
    QCOMPARE(window.focusWidget(), buttons.at(2));
    QVERIFY(buttons.at(2)->isChecked());
}

void ShellPartsTest::everyShortcutIsListedOnce()
{
    Theme theme;
    QWidget window;
    const ConsoleActions actions(theme, &window);
    for (const QString &text : {u"Send to 1…"_s, u"Send…"_s}) { // two pages, one of them counts
        auto *action = new QAction(text, &window);
        action->setIconText(u"Send…"_s);
        action->setShortcut(Qt::CTRL | Qt::Key_Return);
    }
    auto *dialog = new ShortcutsDialog(&window);
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    const auto *list = dialog->findChild<QTreeWidget *>();
    QSet<QString> names;
    QSet<QString> keys;
    for (QTreeWidgetItemIterator item(list->topLevelItem(0)); *item; ++item) {
        if ((*item)->childCount() > 0) // a place
            continue;
        const QString name = (*item)->text(0);
        QVERIFY2(!names.contains(name), qPrintable(name));
        names += name;
        keys += (*item)->text(1);
    }
    QVERIFY(names.contains(u"Send…"_s));
    QVERIFY(names.contains(u"Start"_s));
    QVERIFY(keys.contains(u"End"_s));
}

void ShellPartsTest::onlyZoomingRepeatsWhileItsKeyIsHeld()
{
    Theme theme;
    QWidget window;
    const ConsoleActions actions(theme, &window);
    QList<QAction *> repeating = window.actions();
    repeating.removeIf([](const QAction *action) { return !action->autoRepeat(); });
    QCOMPARE(repeating, (QList{actions.zoomIn, actions.zoomOut}));
}

QTEST_MAIN(ShellPartsTest)
#include "tst_shell_parts.moc"
