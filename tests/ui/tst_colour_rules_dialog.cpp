// SPDX-License-Identifier: GPL-3.0-or-later
// The colour rules through the widgets: the dialog and its keys, and the rows of the log.
#include "tests/ui/activity_samples.h"
#include "ui/colour_rules/colour_rule_store.h"
#include "ui/colour_rules/colour_rules_dialog.h"
#include "ui/log/log_page.h"
#include "ui/log/log_view.h"
#include "ui/shell/server_mirror.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace signalbox;
using namespace Qt::StringLiterals;

class ColourRulesDialogTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void theKeysOpenTheDialogOnce();
    void anAddedRuleColoursRowsAtOnce();
    void aRuleInErrorSaysWhyAndIsKept();
    void theOrderDecides();
    void keysOfTheTableActOnTheRules();
    void spaceSwitchesARuleOff();
    void aDuplicateStandsBelow();
    void theLastRuleCanBeRemoved();
    void noMoreThanTheMostCanBeAdded_data();
    void noMoreThanTheMostCanBeAdded();
    void whatIsNotPossibleSaysWhy();
    void defaultsAreRestoredAndChangesUndone();
    void theBarIsPaintedAtTheRowsStart();

private:
    template <typename Widget>
    [[nodiscard]] Widget *part(const char *name) const
    {
        return m_dialog->findChild<Widget *>(QString::fromLatin1(name));
    }
    void press(const char *button) const
    {
        QTest::mouseClick(part<QPushButton>(button), Qt::LeftButton);
    }
    void choose(int row) const
    {
        m_table->selectionModel()->setCurrentIndex(m_table->model()->index(row, 0),
                                                   QItemSelectionModel::ClearAndSelect
                                                       | QItemSelectionModel::Rows);
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        m_table->setFocus();
        QTest::keyClick(m_table, key, modifiers);
    }
    [[nodiscard]] QStringList names() const
    {
        QStringList result;
        for (int row = 0; row < m_table->model()->rowCount(); ++row)
            result += m_table->model()->index(row, 0).data().toString();
        return result;
    }
    /// What is kept, once the window is closed.
    QList<ColourRule> kept()
    {
        m_page.reset();
        return ColourRuleStore().list();
    }
    [[nodiscard]] QColor bar(int row) const
    {
        return m_view->model()->index(row, 0).data(LogView::BarRole).value<QColor>();
    }
    [[nodiscard]] QColor colorOf(RuleColour colour) const
    {
        return m_theme.color(ruleRole(colour));
    }
    void open();

    QTemporaryDir m_settings;
    Server m_server;
    ServerMirror m_mirror{m_server};
    Theme m_theme;
    std::unique_ptr<LogPage> m_page;
    LogView *m_view = nullptr;
    ColourRulesDialog *m_dialog = nullptr;
    QTableView *m_table = nullptr;
};

void ColourRulesDialogTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
}

void ColourRulesDialogTest::init()
{
    QSettings().clear();
    ColourRuleStore().setRules({{u"A"_s, u"alpha"_s, RuleColour::Red, true},
                                {u"B"_s, u"beta"_s, RuleColour::Green, true},
                                {u"C"_s, u"gamma"_s, RuleColour::Teal, true}});
    m_page = std::make_unique<LogPage>(m_mirror, m_theme);
    m_page->resize(1'130, 500);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_view = m_page->findChild<LogView *>(u"logTable"_s);
    ActivitySamples samples;
    emit m_mirror.activityArrived(
        {{samples.fromClient(1, "alpha"), samples.fromClient(1, "beta"),
          samples.fromClient(1, "alpha beta"), samples.fromClient(1, "delta")},
         0});
    open();
}

void ColourRulesDialogTest::cleanup()
{
    m_page.reset();
    m_dialog = nullptr;
}

void ColourRulesDialogTest::open()
{
    m_view->setFocus();
    QTest::keyClick(m_view, Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    m_dialog = m_page->findChild<ColourRulesDialog *>();
    QVERIFY(m_dialog && m_dialog->isVisible());
    QTRY_COMPARE(QApplication::activeWindow(), m_dialog);
    m_table = part<QTableView>("colourRulesTable");
    new QAbstractItemModelTester(m_table->model(),
                                 QAbstractItemModelTester::FailureReportingMode::Fatal, m_table);
}

void ColourRulesDialogTest::theKeysOpenTheDialogOnce()
{
    QVERIFY(!m_dialog->isModal()); // rows are seen while rules are made
    auto *action = m_page->findChild<QAction *>(u"colourRules"_s);
    QVERIFY(m_page->menuActions().contains(action));
    action->trigger();
    QCOMPARE(m_page->findChildren<ColourRulesDialog *>().size(), 1);
}

void ColourRulesDialogTest::anAddedRuleColoursRowsAtOnce()
{
    QVERIFY(!bar(3).isValid());
    choose(2);
    press("addRule");
    QVERIFY(part<QLineEdit>("ruleName")->hasFocus());
    QTest::keyClicks(part<QLineEdit>("ruleName"), u"Delta"_s); // in the place of `New rule`
    part<QLineEdit>("ruleFilter")->setFocus();
    QTest::keyClicks(part<QLineEdit>("ruleFilter"), u"text:delta"_s);
    auto *colour = part<QComboBox>("ruleColour");
    colour->setCurrentIndex(colour->findText(u"violet"_s));
    QCOMPARE(bar(3), colorOf(RuleColour::Violet));
    QVERIFY(m_view->model()
                ->index(3, 1)
                .data(Qt::ToolTipRole)
                .toString()
                .contains(u"colour rule: Delta"));
    const ColourRule delta{u"Delta"_s, u"text:delta"_s, RuleColour::Violet, true};
    QCOMPARE(kept().constLast(), delta);
}

void ColourRulesDialogTest::aRuleInErrorSaysWhyAndIsKept()
{
    choose(0);
    QCOMPARE(bar(0), colorOf(RuleColour::Red));
    auto *filter = part<QLineEdit>("ruleFilter");
    filter->setFocus();
    filter->end(false);
    QTest::keyClicks(filter, u" ("_s);
    const QString error = part<QLabel>("ruleError")->text();
    QVERIFY2(error.startsWith(u"Not applied. At "), qPrintable(error));
    QVERIFY(m_table->model()->index(0, 3).data().toString().startsWith(u"not applied: At "));
    QVERIFY(!bar(0).isValid());
    QTest::keyClick(filter, Qt::Key_Backspace);
    QVERIFY(!part<QLabel>("ruleError")->text().startsWith(u"Not applied"));
    QCOMPARE(bar(0), colorOf(RuleColour::Red));
    QTest::keyClicks(filter, u"("_s);
    QCOMPARE(kept().constFirst().expression, u"alpha ("_s);
}

void ColourRulesDialogTest::theOrderDecides()
{
    QCOMPARE(bar(2), colorOf(RuleColour::Red));
    choose(1);
    press("moveRuleUp");
    QCOMPARE(names(), (QStringList{u"B"_s, u"A"_s, u"C"_s}));
    QCOMPARE(bar(2), colorOf(RuleColour::Green));
    press("moveRuleDown"); // it is still the chosen one
    press("moveRuleDown");
    QCOMPARE(names(), (QStringList{u"A"_s, u"C"_s, u"B"_s}));
    QCOMPARE(part<QLineEdit>("ruleName")->text(), u"B"_s);
}

void ColourRulesDialogTest::keysOfTheTableActOnTheRules()
{
    choose(0);
    key(Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(names(), (QStringList{u"B"_s, u"A"_s, u"C"_s}));
    key(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(names(), (QStringList{u"A"_s, u"B"_s, u"C"_s}));
    key(Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(names(), (QStringList{u"A"_s, u"A (copy)"_s, u"B"_s, u"C"_s}));
    key(Qt::Key_Delete);
    QCOMPARE(names(), (QStringList{u"A"_s, u"B"_s, u"C"_s}));
    key(Qt::Key_Insert);
    QCOMPARE(names().size(), 4);
    QVERIFY(part<QLineEdit>("ruleName")->hasFocus());
    // In a field the keys are the field's.
    QTest::keyClick(part<QLineEdit>("ruleName"), Qt::Key_Delete);
    QCOMPARE(names().size(), 4);
    key(Qt::Key_Return);
    QVERIFY(m_dialog->isVisible());
    QVERIFY(part<QLineEdit>("ruleName")->hasFocus());
}

void ColourRulesDialogTest::spaceSwitchesARuleOff()
{
    choose(0);
    QVERIFY(part<QCheckBox>("ruleEnabled")->isChecked());
    key(Qt::Key_Space);
    QVERIFY(!part<QCheckBox>("ruleEnabled")->isChecked());
    QCOMPARE(m_table->model()->index(0, 3).data().toString(), u"off"_s);
    QVERIFY(!bar(0).isValid());
    QCOMPARE(bar(2), colorOf(RuleColour::Green)); // the next one
    part<QCheckBox>("ruleEnabled")->click();
    QCOMPARE(bar(0), colorOf(RuleColour::Red));
}

void ColourRulesDialogTest::aDuplicateStandsBelow()
{
    choose(1);
    press("duplicateRule");
    QCOMPARE(names(), (QStringList{u"A"_s, u"B"_s, u"B (copy)"_s, u"C"_s}));
    QCOMPARE(part<QLineEdit>("ruleName")->text(), u"B (copy)"_s);
    QCOMPARE(part<QLineEdit>("ruleFilter")->text(), u"beta"_s);
}

void ColourRulesDialogTest::theLastRuleCanBeRemoved()
{
    choose(2);
    for (int i = 0; i < 3; ++i)
        press("removeRule");
    QVERIFY(names().isEmpty());
    QVERIFY(!bar(0).isValid());
    QVERIFY(!part<QLineEdit>("ruleName")->isEnabled());
    press("addRule");
    QCOMPARE(names(), QStringList{u"New rule"_s});
    QCOMPARE(m_table->model()->index(0, 3).data().toString(),
             u"not applied: It has no filter yet."_s);
}

void ColourRulesDialogTest::noMoreThanTheMostCanBeAdded_data()
{
    QTest::addColumn<QByteArray>("button");
    QTest::newRow("add") << "addRule"_ba;
    QTest::newRow("duplicate") << "duplicateRule"_ba;
}

void ColourRulesDialogTest::noMoreThanTheMostCanBeAdded()
{
    QFETCH(const QByteArray, button);
    const auto *adds = part<QPushButton>(button.constData());
    for (qsizetype count = 3; count < ColourRuleStore::MaxRules; ++count) {
        QVERIFY(adds->isEnabled());
        press(button.constData());
    }
    QCOMPARE(names().size(), ColourRuleStore::MaxRules);
    QVERIFY(!adds->isEnabled());
    QCOMPARE(adds->toolTip(), u"There are 50 rules, no more are possible"_s);
    QCOMPARE(part<QLabel>("rulesCount")->text(), u"50 of 50"_s);
    key(Qt::Key_Insert);
    key(Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(names().size(), ColourRuleStore::MaxRules);
    press("removeRule");
    QVERIFY(adds->isEnabled());
}

void ColourRulesDialogTest::whatIsNotPossibleSaysWhy()
{
    choose(0);
    QVERIFY(!part<QPushButton>("moveRuleUp")->isEnabled());
    QCOMPARE(part<QPushButton>("moveRuleUp")->toolTip(), u"It is the first rule"_s);
    choose(2);
    QCOMPARE(part<QPushButton>("moveRuleDown")->toolTip(), u"It is the last rule"_s);
    QCOMPARE(part<QPushButton>("revertRules")->toolTip(), u"Nothing was changed"_s);
    m_table->clearSelection();
    for (const char *button : {"duplicateRule", "removeRule", "moveRuleUp", "moveRuleDown"}) {
        QVERIFY(!part<QPushButton>(button)->isEnabled());
        QCOMPARE(part<QPushButton>(button)->toolTip(), u"Select a rule first"_s);
    }
    press("restoreRules");
    QCOMPARE(part<QPushButton>("restoreRules")->toolTip(), u"These are the defaults"_s);
}

void ColourRulesDialogTest::defaultsAreRestoredAndChangesUndone()
{
    press("restoreRules");
    QCOMPARE(names().size(), defaultColourRules().size());
    QCOMPARE(part<QLineEdit>("ruleFilter")->text(), u"type:error"_s);
    press("revertRules");
    QCOMPARE(names(), (QStringList{u"A"_s, u"B"_s, u"C"_s}));
    QCOMPARE(bar(0), colorOf(RuleColour::Red));
}

void ColourRulesDialogTest::theBarIsPaintedAtTheRowsStart()
{
    m_view->setFollowing(false);
    const QImage image = m_view->viewport()->grab().toImage();
    const auto at = [&](int row, int x) {
        const int y = m_view->rowViewportPosition(row) + m_view->rowHeight() / 2;
        return image.pixelColor(x, y);
    };
    QCOMPARE(at(0, 1), colorOf(RuleColour::Red));
    QCOMPARE(at(1, 1), colorOf(RuleColour::Green));
    const int inside = m_view->viewport()->width() - 4; // behind the previews
    QCOMPARE(at(0, inside).name(), ruleTint(m_theme, RuleColour::Red).name());
    QVERIFY(at(3, 1) == at(3, inside)); // no rule
}

QTEST_MAIN(ColourRulesDialogTest)
#include "tst_colour_rules_dialog.moc"
