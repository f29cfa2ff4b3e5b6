// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payload/payload_view.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

#include <algorithm>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// The details of a message: what Copy takes, and what it says of it.
class PayloadViewTest : public QObject
{
    Q_OBJECT

private slots:
    void copyTakesAllOfALongPayload();
    void copySaysWhatWasKept();
    void withoutAPayloadCopySaysWhy();

private:
    [[nodiscard]] QPushButton *copy() const;
    [[nodiscard]] QString copied() const { return m_view.findChild<QLabel *>(u"copied"_s)->text(); }

    Theme m_theme;
    PayloadView m_view{m_theme};
};

QPushButton *PayloadViewTest::copy() const
{
    const auto buttons = m_view.findChildren<QPushButton *>();
    const auto found = std::ranges::find(buttons, u"Copy"_s, &QPushButton::text);
    return found == buttons.end() ? nullptr : *found;
}

void PayloadViewTest::copyTakesAllOfALongPayload()
{
    ShownPayload shown;
    shown.payload = QByteArray("some words in a line\nanother one, longer\n").repeated(5'000);
    m_view.show(shown);
    static_cast<QWidget &>(m_view).show();
    QVERIFY(m_view.findChild<QPlainTextEdit *>()->toPlainText().size() < 100'000);
    QVERIFY(copied().isEmpty());
    QTest::mouseClick(copy(), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), QString::fromLatin1(shown.payload));
    QCOMPARE(copied(), u"Copied all 205\u00A0kB"_s);
    QVERIFY(copy()->toolTip().contains(u"Secrets"));
    m_view.show(shown);
    QVERIFY(copied().isEmpty()); // it was about the one before
}

void PayloadViewTest::copySaysWhatWasKept()
{
    ShownPayload shown;
    shown.payload = "[1,2]";
    shown.notice = u"Only the first 5 B of 9 B were kept."_s;
    m_view.show(shown);
    QTest::mouseClick(copy(), Qt::LeftButton);
    QCOMPARE(copied(), u"Copied the 5\u00A0B that were kept"_s);
    QVERIFY(QGuiApplication::clipboard()->text().contains(u'1'));
}

void PayloadViewTest::withoutAPayloadCopySaysWhy()
{
    m_view.show(ShownPayload{});
    QVERIFY(!copy()->isEnabled());
    QVERIFY(copy()->toolTip().contains(u"nothing to copy"));
}

QTEST_MAIN(PayloadViewTest)
#include "tst_payload_view.moc"
