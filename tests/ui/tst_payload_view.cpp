// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payload/json_tree_view.h"
#include "ui/payload/payload_view.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
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
    void whatUnfoldsIsATree_data();
    void whatUnfoldsIsATree();
    void aLongOneIsATreeWhenAllIsShown_data();
    void aLongOneIsATreeWhenAllIsShown();
    void aTreeStaysAsItWasFolded();
    void copyOfATreeIsIndented();

private:
    [[nodiscard]] QPushButton *copy() const;
    [[nodiscard]] QString copied() const { return m_view.findChild<QLabel *>(u"copied"_s)->text(); }

    Theme m_theme;
    PayloadView m_view{m_theme};
};

QPushButton *PayloadViewTest::copy() const
{
    const auto buttons = m_view.findChildren<QPushButton *>();
    const auto found = std::ranges::find(buttons, u"Copy the payload as it is shown"_s,
                                         &QPushButton::accessibleName);
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

void PayloadViewTest::whatUnfoldsIsATree_data()
{
    QTest::addColumn<Opcode>("opcode");
    QTest::addColumn<bool>("isMessage");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QString>("text"); // null: a tree
    QTest::newRow("an object") << Opcode::Text << true << R"({"a":1})"_ba << QString();
    QTest::newRow("an array") << Opcode::Text << true << "[1]"_ba << QString();
    QTest::newRow("a number") << Opcode::Text << true << "12"_ba << u"12"_s;
    QTest::newRow("an empty object") << Opcode::Text << true << "{ }"_ba << u"{}"_s;
    QTest::newRow("no JSON") << Opcode::Text << true << "hello"_ba << u"hello"_s;
    QTest::newRow("an event") << Opcode::Text << false << "[1]"_ba << u"[1]"_s;
    QTest::newRow("bytes") << Opcode::Binary << true << "[1]"_ba << u"0000  5b 31 5d"_s;
}

void PayloadViewTest::whatUnfoldsIsATree()
{
    QFETCH(const Opcode, opcode);
    QFETCH(const bool, isMessage);
    QFETCH(const QByteArray, payload);
    QFETCH(const QString, text);
    ShownPayload shown;
    shown.opcode = opcode;
    shown.isMessage = isMessage;
    shown.payload = payload;
    m_view.show(shown);
    static_cast<QWidget &>(m_view).show();
    QCOMPARE(m_view.findChild<JsonTreeView *>()->isVisible(), text.isNull());
    const auto *plain = m_view.findChild<QPlainTextEdit *>();
    QCOMPARE(plain->isVisible(), !text.isNull());
    if (!text.isNull())
        QVERIFY2(plain->toPlainText().startsWith(text), qPrintable(plain->toPlainText()));
}

void PayloadViewTest::aLongOneIsATreeWhenAllIsShown_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("atOnce");
    constexpr qsizetype AtOnce = 65'536 - QByteArrayView(R"([""])").size();
    QTest::newRow("as much as is shown at once") << QByteArray(AtOnce, 'x') << true;
    QTest::newRow("one byte more") << QByteArray(AtOnce + 1, 'x') << false;
    QTest::newRow("more bytes, but fewer characters") << "你"_ba.repeated(AtOnce / 2) << false;
}

void PayloadViewTest::aLongOneIsATreeWhenAllIsShown()
{
    QFETCH(const QByteArray, text);
    QFETCH(const bool, atOnce);
    ShownPayload shown;
    shown.payload = "[\"" + text + "\"]";
    m_view.show(shown);
    static_cast<QWidget &>(m_view).show();
    const auto *tree = m_view.findChild<JsonTreeView *>();
    QCOMPARE(tree->isVisible(), atOnce);
    const auto buttons = m_view.findChildren<QPushButton *>();
    const auto all = std::ranges::find_if(
        buttons, [](const QPushButton *one) { return one->text().startsWith(u"Show all"); });
    QCOMPARE(all != buttons.end() && (*all)->isVisible(), !atOnce);
    if (!atOnce)
        (*all)->click();
    QVERIFY(tree->isVisible());
    QVERIFY(m_view.findChild<QPlainTextEdit *>()->toPlainText().isEmpty());
}

void PayloadViewTest::aTreeStaysAsItWasFolded()
{
    ShownPayload shown;
    shown.payload = R"({"a":[1]})";
    m_view.show(shown);
    auto *tree = m_view.findChild<JsonTreeView *>();
    auto *tabs = m_view.findChild<QTabBar *>();
    tree->collapseAll();
    for (int tab = tabs->count() - 1; tab >= 0; --tab)
        tabs->setCurrentIndex(tab);
    m_view.show(shown);
    QVERIFY(!tree->isExpanded(tree->model()->index(0, 0)));
    shown.payload = R"({"b":[1]})";
    m_view.show(shown);
    QVERIFY(tree->isExpanded(tree->model()->index(0, 0)));
    shown.opcode = Opcode::Binary;
    m_view.show(shown);
    QCOMPARE(tree->model()->rowCount(), 0);
}

void PayloadViewTest::copyOfATreeIsIndented()
{
    ShownPayload shown;
    shown.payload = R"({"a":[1]})";
    m_view.show(shown);
    QTest::mouseClick(copy(), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"{\n  \"a\": [\n    1\n  ]\n}"_s);
}

QTEST_MAIN(PayloadViewTest)
#include "tst_payload_view.moc"
