// SPDX-License-Identifier: GPL-3.0-or-later
// The window in Simplified Chinese. (That every text of the sources has a translation is checked by
// tests/checks/translations.cmake; here, that each is found at run time.)
#include "core/address_range.h"
#include "core/filter/filter.h"
#include "tests/ui/console_fixture.h"
#include "ui/audit/audit_entry.h"
#include "ui/audit/audit_outcome.h"
#include "ui/shell/about_dialog.h"
#include "ui/shell/console_actions.h"
#include "ui/shell/language.h"
#include "ui/shell/shortcuts_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QMenuBar>
#include <QRegularExpression>
#include <QTreeWidget>

#include <algorithm>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

bool isChinese(const QString &text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.script() == QChar::Script_Han; });
}

/// Two words of English, one after the other: no name, no URL and no value has that.
bool isEnglish(const QString &text)
{
    static const QRegularExpression Words(u"(^|[^\\w:/])[A-Za-z]{2,} [a-z]{2,}"_s);
    return !isChinese(text) && Words.match(text).hasMatch();
}

QStringList textsIn(const QWidget &window)
{
    QStringList texts;
    const auto widgets = window.findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        texts += widget->toolTip();
        texts += widget->accessibleName();
        texts += widget->accessibleDescription();
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            texts += label->text();
        else if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            texts += button->text();
        else if (const auto *line = qobject_cast<const QLineEdit *>(widget))
            texts += line->placeholderText();
        else if (const auto *box = qobject_cast<const QComboBox *>(widget))
            texts += box->itemText(0);
    }
    const auto actions = window.findChildren<QAction *>();
    for (const QAction *action : actions)
        texts += {action->text(), action->toolTip()};
    return texts;
}

} // namespace

class TestLanguage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() const;
    static void noPageSpeaksEnglish_data();
    static void noPageSpeaksEnglish();
    static void headersAndMenusAreChinese();
    static void dialogsAreChinese();
    static void whatNoWidgetSaysIsChinese_data();
    static void whatNoWidgetSaysIsChinese();
    static void theChoiceIsKept_data();
    static void theChoiceIsKept();

private:
    QTemporaryDir m_settings;
};

void TestLanguage::initTestCase()
{
    QVERIFY(m_settings.isValid());
    useSettingsIn(m_settings);
    useLanguage(WindowLanguage::SimplifiedChinese, *QCoreApplication::instance());
}

void TestLanguage::init() const
{
    QSettings().clear();
}

void TestLanguage::noPageSpeaksEnglish_data()
{
    QTest::addColumn<int>("page");
    for (const Page page : AllPages)
        QTest::addRow("page %d", int(page) + 1) << int(page);
}

void TestLanguage::noPageSpeaksEnglish()
{
    QFETCH(const int, page);
    Console console;
    QTest::keyClick(&console.window, Qt::Key(Qt::Key_1 + page), Qt::AltModifier);
    const QStringList texts = textsIn(console.window);
    for (const QString &text : texts)
        QVERIFY2(!isEnglish(text), qPrintable(text));
}

void TestLanguage::headersAndMenusAreChinese()
{
    const Console console;
    const auto menus = console.window.menuBar()->actions();
    for (const QAction *menu : menus)
        QVERIFY2(isChinese(menu->text()), qPrintable(menu->text()));
    const auto *actions = console.window.findChild<ConsoleActions *>();
    const auto own = actions->findChildren<QAction *>();
    for (const QAction *action : own)
        QVERIFY2(isChinese(action->text()), qPrintable(action->text()));
    QCOMPARE(console.state(), u"已停止"_s);
    QCOMPARE(console.table()->model()->headerData(1, Qt::Horizontal).toString(), u"用户"_s);
}

void TestLanguage::dialogsAreChinese()
{
    Theme theme;
    QWidget window;
    const ConsoleActions actions(theme, &window);
    for (QDialog *dialog : {static_cast<QDialog *>(new ShortcutsDialog(&window)),
                            static_cast<QDialog *>(new AboutDialog(theme, &window))}) {
        QVERIFY(isChinese(dialog->windowTitle()));
        const auto buttons = dialog->findChild<QDialogButtonBox *>()->buttons();
        for (const QAbstractButton *button : buttons)
            QVERIFY2(isChinese(button->text()), qPrintable(button->text()));
        QVERIFY(isChinese(dialog->findChild<QTreeWidget *>()->headerItem()->text(0)));
    }
}

void TestLanguage::whatNoWidgetSaysIsChinese_data()
{
    const auto filterError = [](QStringView filter) {
        const auto error = Filter::compile(filter, FilterFields::ofRecords()).error;
        return error ? error->message : QString();
    };
    QTest::addColumn<QString>("text");
    QTest::newRow("a filter's form") << filterError(u"(a");
    QTest::newRow("a filter's number") << filterError(u"length>x");
    QTest::newRow("a filter's field") << filterError(u"nothing:x");
    QTest::newRow("an address") << AddressRange::parse(u"x").error().message;
    QTest::newRow("an outcome") << auditOutcomeText(AuditEntry());
}

void TestLanguage::whatNoWidgetSaysIsChinese()
{
    QFETCH(const QString, text);
    QVERIFY2(isChinese(text), qPrintable(text));
}

void TestLanguage::theChoiceIsKept_data()
{
    QTest::addColumn<WindowLanguage>("language");
    QTest::newRow("as the system") << WindowLanguage::System;
    QTest::newRow("English") << WindowLanguage::English;
    QTest::newRow("Simplified Chinese") << WindowLanguage::SimplifiedChinese;
}

void TestLanguage::theChoiceIsKept()
{
    QFETCH(const WindowLanguage, language);
    const Console console;
    auto *box = console.find<QComboBox>("windowLanguage");
    QCOMPARE(box->currentIndex(), int(WindowLanguage::System));
    emit box->activated(int(language));
    QCOMPARE(keptLanguage(), language);
}

QTEST_MAIN(TestLanguage)
#include "tst_language.moc"
