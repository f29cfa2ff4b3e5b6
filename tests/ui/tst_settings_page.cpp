// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/option_settings.h"
#include "core/option_table.h"
#include "ui/settings/option_store.h"
#include "ui/settings/settings_page.h"
#include "ui/shell/appearance.h"
#include "ui/shell/server_mirror.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

/// The label at an option that tells what became of the last change.
QString note(const QWidget &page, const QString &option)
{
    const auto labels = page.findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->accessibleName() == u"Notice about "_s + option)
            return label->text();
    }
    return {};
}

} // namespace

/// The Settings page: it is the option table, checked, kept and sent to a running server.
class SettingsPageTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void everyOptionHasAnEditor_data();
    void everyOptionHasAnEditor();
    void aValueIsKept();
    void aBadValueIsRefusedWithItsSentence();
    void resetBringsTheDefaultBack();
    void aLiveChangeReachesTheServer();
    void anOptionThatNeedsARestartSaysSo();
    void whatWasGivenForThisStartCountsUntilItIsChanged();
    void whatWaitsForARestartIsOffered();
    void anOptionCanBeBroughtIntoSight();
    static void searchHidesTheOthers_data();
    void searchHidesTheOthers();
    void coloursChangeAtOnceAndAreKept();

private:
    /// As a program that starts reads the settings.
    OptionStore &freshStore(const QHash<QString, OptionSource> &given = {},
                            const QHash<QString, QString> &values = {})
    {
        QSettings settings;
        StartOptions start{readOptions(settings, nullptr, consoleDefaults()), given};
        for (auto value = values.begin(); value != values.end(); ++value)
            (void)setOption(start.options, *findOption(value.key()), value.value());
        m_store = std::make_unique<OptionStore>(m_mirror, start);
        return *m_store;
    }
    [[nodiscard]] static QString effect(const SettingsPage &page, const QString &begin);

    QTemporaryDir m_dir;
    Server m_server;
    ServerMirror m_mirror{m_server};
    Theme m_theme;
    QAction m_restart;
    std::unique_ptr<OptionStore> m_store;
};

/// The line below an editor that tells when a value counts, by what it says.
QString SettingsPageTest::effect(const SettingsPage &page, const QString &begin)
{
    const auto labels = page.findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->text().contains(begin))
            return label->text();
    }
    return {};
}

void SettingsPageTest::initTestCase()
{
    QVERIFY(m_dir.isValid());
    QCoreApplication::setOrganizationName(u"signalbox-test"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_dir.path());
}

void SettingsPageTest::init()
{
    QSettings().clear();
}

void SettingsPageTest::everyOptionHasAnEditor_data()
{
    QTest::addColumn<QString>("name");
    for (const OptionDescriptor &option : optionTable())
        QTest::newRow(option.name) << QString::fromLatin1(option.name);
}

void SettingsPageTest::everyOptionHasAnEditor()
{
    QFETCH(QString, name);
    const OptionDescriptor &option = *findOption(name);
    const SettingsPage page(freshStore(), &m_restart, m_theme);
    const auto *editor = page.findChild<QWidget *>(name);
    QVERIFY(editor);
    const QString text = optionText(consoleDefaults(), option);
    if (const auto *box = qobject_cast<const QCheckBox *>(editor))
        QCOMPARE(box->isChecked() ? u"true"_s : u"false"_s, text);
    else if (const auto *choice = qobject_cast<const QComboBox *>(editor))
        QCOMPARE(choice->currentText(), text);
    else if (const auto *number = qobject_cast<const QSpinBox *>(editor))
        QCOMPARE(QString::number(number->value()), text);
    else
        QCOMPARE(qobject_cast<const QLineEdit *>(editor)->text(), text);
    QCOMPARE(editor->accessibleName(), name);
}

void SettingsPageTest::aValueIsKept()
{
    {
        const SettingsPage page(freshStore(), &m_restart, m_theme);
        auto *line = page.findChild<QLineEdit *>(u"maxPayloadLength"_s);
        line->setText(u"64KiB"_s);
        QTest::keyClick(line, Qt::Key_Return);
    }
    const SettingsPage page(freshStore(), &m_restart, m_theme);
    QCOMPARE(page.findChild<QLineEdit *>(u"maxPayloadLength"_s)->text(), u"64KiB"_s);
}

void SettingsPageTest::aBadValueIsRefusedWithItsSentence()
{
    const SettingsPage page(freshStore(), &m_restart, m_theme);
    auto *line = page.findChild<QLineEdit *>(u"heartbeatInterval"_s);
    line->setText(u"soon"_s);
    QTest::keyClick(line, Qt::Key_Return);
    ServerOptions options;
    const auto refused = setOption(options, *findOption(u"heartbeatInterval"), u"soon");
    QCOMPARE(note(page, u"heartbeatInterval"_s), refused.error().message);
    QVERIFY(!QSettings().contains(u"options/heartbeatInterval"_s));
    line->setText(u"20s"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(note(page, u"heartbeatInterval"_s), QString());
}

void SettingsPageTest::resetBringsTheDefaultBack()
{
    const SettingsPage page(freshStore(), &m_restart, m_theme);
    auto *number = page.findChild<QSpinBox *>(u"port"_s);
    QToolButton *reset = nullptr;
    const auto buttons = page.findChildren<QToolButton *>();
    for (QToolButton *button : buttons) {
        if (button->accessibleName() == u"Reset port to its default")
            reset = button;
    }
    if (!reset)
        QFAIL("there is no such button");
    QVERIFY(!reset->isEnabled());
    number->setValue(4000);
    QVERIFY(reset->isEnabled());
    reset->click();
    QCOMPARE(number->value(), ServerOptions().port);
}

void SettingsPageTest::aLiveChangeReachesTheServer()
{
    const SettingsPage page(freshStore(), &m_restart, m_theme);
    ServerOptions options;
    options.port = 0;
    m_server.execute(StartServer{options});
    QTRY_COMPARE_WITH_TIMEOUT(m_mirror.state().state, ServerState::Serving, 30'000);
    page.findChild<QSpinBox *>(u"maxConnections"_s)->setValue(7);
    QTRY_COMPARE_WITH_TIMEOUT(m_mirror.state().options.maxConnections, 7, 30'000);
    QTRY_COMPARE_WITH_TIMEOUT(note(page, u"maxConnections"_s), u"in force"_s, 30'000);
    m_server.execute(StopServer{});
    QTRY_COMPARE_WITH_TIMEOUT(m_mirror.state().state, ServerState::Stopped, 30'000);
}

void SettingsPageTest::anOptionThatNeedsARestartSaysSo()
{
    const SettingsPage page(freshStore(), &m_restart, m_theme);
    ServerOptions options;
    options.port = 0;
    m_server.execute(StartServer{options});
    QTRY_COMPARE_WITH_TIMEOUT(m_mirror.state().state, ServerState::Serving, 30'000);
    auto *line = page.findChild<QLineEdit *>(u"maxHeadSize"_s);
    line->setText(u"32KiB"_s);
    QTest::keyClick(line, Qt::Key_Return);
    const auto labels = page.findChildren<QLabel *>();
    const auto says = std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->text().contains(u"after a restart of the server · now in force: 16KiB");
    });
    QVERIFY(says);
    m_server.execute(StopServer{});
    QTRY_COMPARE_WITH_TIMEOUT(m_mirror.state().state, ServerState::Stopped, 30'000);
}

void SettingsPageTest::whatWasGivenForThisStartCountsUntilItIsChanged()
{
    QSettings().setValue(u"options/port"_s, u"3005"_s);
    const SettingsPage page(freshStore({{u"port"_s, OptionSource::CommandLine},
                                        {u"maxConnections"_s, OptionSource::Environment}},
                                       {{u"port"_s, u"4000"_s}, {u"maxConnections"_s, u"7"_s}}),
                            &m_restart, m_theme);
    auto *port = page.findChild<QSpinBox *>(u"port"_s);
    QCOMPARE(port->value(), 4000);
    QCOMPARE(m_store->options().port, 4000);
    QVERIFY(!effect(page, u"given on the command line, the settings keep 3005"_s).isEmpty());
    QVERIFY(!effect(page, u"given by SIGNALBOX_MAX_CONNECTIONS"_s).isEmpty());
    port->setValue(3005); // back to what is kept: a change too
    QCOMPARE(m_store->options().port, 3005);
    QVERIFY(effect(page, u"given on the command line"_s).isEmpty());
    port->setValue(5000);
    QCOMPARE(QSettings().value(u"options/port"_s).toInt(), 5000);
    QVERIFY(!QSettings().contains(u"options/maxConnections"_s)); // given is not kept
}

void SettingsPageTest::whatWaitsForARestartIsOffered()
{
    SettingsPage page(freshStore({}, {{u"port"_s, u"0"_s}}), &m_restart, m_theme);
    page.show();
    const auto *bar = page.findChild<QLabel *>(u"waitingForRestart"_s);
    QVERIFY(!bar->isVisible());
    m_server.execute(StartServer{m_store->options()});
    QTRY_COMPARE_WITH_TIMEOUT(m_mirror.state().state, ServerState::Serving, 30'000);
    page.findChild<QSpinBox *>(u"maxHeadFields"_s)->setValue(50);
    page.findChild<QSpinBox *>(u"maxConnections"_s)->setValue(50); // live
    QVERIFY(bar->isVisible());
    QCOMPARE(bar->text(), u"After a restart of the server: maxHeadFields"_s);
    m_server.execute(StopServer{});
    QTRY_COMPARE_WITH_TIMEOUT(m_mirror.state().state, ServerState::Stopped, 30'000);
    QVERIFY(!bar->isVisible());
}

void SettingsPageTest::anOptionCanBeBroughtIntoSight()
{
    SettingsPage page(freshStore(), &m_restart, m_theme);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    page.findChild<QLineEdit *>(u"search"_s)->setText(u"ping"_s);
    page.showOption(u"port"_s);
    const auto *port = page.findChild<QSpinBox *>(u"port"_s);
    QVERIFY(port->isVisible());
    QVERIFY(port->hasFocus());
}

void SettingsPageTest::searchHidesTheOthers_data()
{
    QTest::addColumn<QString>("words");
    QTest::newRow("words of its name") << u"pings second"_s;
    QTest::newRow("as the command line has it") << u"max-pings"_s;
    QTest::newRow("with its dashes") << u"--max-pings-per-second"_s;
}

void SettingsPageTest::searchHidesTheOthers()
{
    QFETCH(const QString, words);
    SettingsPage page(freshStore(), &m_restart, m_theme);
    page.show();
    page.findChild<QLineEdit *>(u"search"_s)->setText(words);
    QVERIFY(page.findChild<QWidget *>(u"maxPingsPerSecond"_s)->isVisible());
    QVERIFY(!page.findChild<QWidget *>(u"port"_s)->isVisible());
    QVERIFY(!page.findChild<QWidget *>(u"scheme"_s)->isVisible());
}

void SettingsPageTest::coloursChangeAtOnceAndAreKept()
{
    {
        const Appearance kept(m_theme);
        const SettingsPage page(freshStore(), &m_restart, m_theme);
        auto *scheme = page.findChild<QComboBox *>(u"scheme"_s);
        scheme->setCurrentIndex(2);
        emit scheme->activated(2);
        QVERIFY(m_theme.isDark());
    }
    Theme fresh;
    const Appearance restored(fresh);
    QCOMPARE(fresh.scheme(), ColorScheme::Dark);
    m_theme.setScheme(ColorScheme::Light);
}

QTEST_MAIN(SettingsPageTest)
#include "tst_settings_page.moc"
