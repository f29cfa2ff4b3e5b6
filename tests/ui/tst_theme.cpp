// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/server.h"
#include "ui/actions/kick_dialog.h"
#include "ui/actions/send_dialog.h"
#include "ui/actions/stop_progress.h"
#include "ui/audit/audit_dialog.h"
#include "ui/shell/server_mirror.h"
#include "ui/theme/console_style.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

using namespace signalbox;

namespace {

/// WCAG 2.1, relative luminance.
double luminance(const QColor &color)
{
    const auto linear = [](double channel) {
        return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
           + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double x = luminance(a) + 0.05;
    const double y = luminance(b) + 0.05;
    return std::max(x, y) / std::min(x, y);
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private slots:
    static void textIsReadable_data();
    static void textIsReadable();
    static void schemeDecidesDarkness_data();
    static void schemeDecidesDarkness();
    static void applySetsStyleAndPalette();
    static void zoomStaysInItsLimits();
    static void everyIconIsPainted();
    static void iconHasTheColourOfItsRole();
    static void whatIsOpenFollowsTheScheme();
};

void TestTheme::textIsReadable_data()
{
    QTest::addColumn<ColorScheme>("scheme");
    QTest::addColumn<ColorRole>("text");
    QTest::addColumn<ColorRole>("background");

    using NamedRole = std::pair<const char *, ColorRole>;
    const auto schemes = std::to_array<std::pair<const char *, ColorScheme>>(
        {{"light", ColorScheme::Light}, {"dark", ColorScheme::Dark}});
    const auto texts = std::to_array<NamedRole>({
        {"text", ColorRole::Text},
        {"muted", ColorRole::Muted},
        {"accent", ColorRole::Accent},
        {"client to server", ColorRole::ClientToServer},
        {"server to client", ColorRole::ServerToClient},
        {"ok", ColorRole::Ok},
        {"warning", ColorRole::Warning},
        {"danger", ColorRole::Danger},
    });
    const auto backgrounds = std::to_array<NamedRole>({
        {"surface", ColorRole::Surface},
        {"raised", ColorRole::Raised},
        {"alternate row", ColorRole::AlternateRow},
        {"selection", ColorRole::Selection},
    });
    for (const auto &[schemeName, scheme] : schemes) {
        for (const auto &[textName, text] : texts) {
            for (const auto &[backgroundName, background] : backgrounds)
                QTest::addRow("%s: %s on %s", schemeName, textName, backgroundName)
                    << scheme << text << background;
        }
        QTest::addRow("%s: the text on the primary button", schemeName)
            << scheme << ColorRole::AccentText << ColorRole::Accent;
    }
}

void TestTheme::textIsReadable()
{
    QFETCH(ColorScheme, scheme);
    QFETCH(ColorRole, text);
    QFETCH(ColorRole, background);
    Theme theme;
    theme.setScheme(scheme);
    const double ratio = contrast(theme.color(text), theme.color(background));
    QVERIFY2(ratio >= 4.5, qPrintable(QStringLiteral("only %1:1").arg(ratio)));
}

void TestTheme::schemeDecidesDarkness_data()
{
    QTest::addColumn<ColorScheme>("scheme");
    QTest::addColumn<bool>("systemIsDark");
    QTest::addColumn<bool>("dark");
    QTest::newRow("light on a dark system") << ColorScheme::Light << true << false;
    QTest::newRow("dark on a light system") << ColorScheme::Dark << false << true;
    QTest::newRow("as the system, light") << ColorScheme::System << false << false;
    QTest::newRow("as the system, dark") << ColorScheme::System << true << true;
}

void TestTheme::schemeDecidesDarkness()
{
    QFETCH(ColorScheme, scheme);
    QFETCH(bool, systemIsDark);
    QApplication::setPalette(QPalette(systemIsDark ? Qt::black : Qt::white));
    Theme theme;
    theme.setScheme(scheme);
    QTEST(theme.isDark(), "dark");
}

void TestTheme::applySetsStyleAndPalette()
{
    Theme theme;
    const QSignalSpy changed(&theme, &Theme::changed);
    theme.setScheme(ColorScheme::Dark);
    QCOMPARE(changed.count(), 1);
    QVERIFY(qobject_cast<ConsoleStyle *>(QApplication::style()));
    QCOMPARE(QApplication::palette().color(QPalette::Base), theme.color(ColorRole::Raised));
    QCOMPARE(QApplication::palette().color(QPalette::Highlight), theme.color(ColorRole::Selection));
}

void TestTheme::zoomStaysInItsLimits()
{
    Theme theme;
    const int normal = theme.rowHeight();
    QCOMPARE(normal, spacing::RowHeight);
    theme.setZoom(1000);
    QCOMPARE(theme.zoom(), Theme::LargestZoom);
    QVERIFY(theme.rowHeight() > normal);
    theme.setZoom(-1000);
    QCOMPARE(theme.zoom(), Theme::SmallestZoom);
    theme.setZoom(Theme::NormalZoom);
}

void TestTheme::everyIconIsPainted()
{
    Theme theme;
    const QStringList files = QDir(QStringLiteral(":/icons")).entryList();
    QVERIFY(files.size() > 20);
    for (const QString &file : files) {
        const QImage image = theme.icon(file.chopped(4))
                                 .pixmap(24, 24)
                                 .toImage()
                                 .convertToFormat(QImage::Format_ARGB32);
        int painted = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                painted += qAlpha(image.pixel(x, y)) > 0 ? 1 : 0;
        }
        QVERIFY2(painted > 10, qPrintable(file));
    }
}

void TestTheme::iconHasTheColourOfItsRole()
{
    Theme theme;
    theme.setScheme(ColorScheme::Light);
    const QImage image = theme.icon(QStringLiteral("stop"), ColorRole::Danger)
                             .pixmap(48, 48)
                             .toImage()
                             .convertToFormat(QImage::Format_ARGB32);
    QCOMPARE(QColor(image.pixel(24, 12)).name(), theme.color(ColorRole::Danger).name());
}

void TestTheme::whatIsOpenFollowsTheScheme()
{
    Theme theme;
    theme.setScheme(ColorScheme::Light);
    const QTemporaryDir folder;
    Server server;
    ServerMirror mirror(server);
    AuditLog log(server, folder.path());
    QWidget window;
    ConnectionRow row;
    row.status.id = ConnectionId{1};
    const auto *kick = new KickDialog(server, theme, selectedRecipients({row}), &window);
    const auto *send = new SendDialog(server, theme, selectedRecipients({row}), &window);
    const auto *audit = new AuditDialog(log, theme, &window);
    const auto *stop = new StopProgress(mirror, theme, &window);
    send->findChild<QPlainTextEdit *>()->setPlainText(QStringLiteral("{}"));
    const auto colorOf = [](const QWidget *dialog, const char *label) {
        return dialog->findChild<QLabel *>(QLatin1StringView(label))
            ->palette()
            .color(QPalette::WindowText);
    };
    const auto iconsOf = [&] {
        QList<QImage> icons;
        const auto buttons = std::to_array<std::pair<const QWidget *, const char *>>(
            {{send, "send"}, {audit, "auditExport"}, {stop, "cancelStop"}});
        for (const auto &[dialog, name] : buttons) {
            const auto *button = dialog->findChild<QPushButton *>(QLatin1StringView(name));
            icons += button->icon().pixmap(16).toImage();
        }
        return icons;
    };
    const auto before = iconsOf();
    theme.setScheme(ColorScheme::Dark);
    QCOMPARE(colorOf(kick, "obstacle"), theme.color(ColorRole::Danger));
    QCOMPARE(colorOf(kick, "counter"), theme.color(ColorRole::Muted));
    QCOMPARE(colorOf(kick, "deliverySummary"), theme.color(ColorRole::Text));
    QCOMPARE(colorOf(send, "verdict"), theme.color(ColorRole::Ok));
    QCOMPARE(colorOf(audit, "auditMessage"), theme.color(ColorRole::Text));
    const auto after = iconsOf();
    for (qsizetype i = 0; i < before.size(); ++i)
        QVERIFY(before.at(i) != after.at(i));
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
