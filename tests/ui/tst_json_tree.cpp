// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payload/json_tree_model.h"
#include "ui/payload/json_tree_view.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QTest>
#include <QTextDocument>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

/// The cell at the end of a way of rows: {2, 0} is the first row of the third one.
QModelIndex indexAt(const QAbstractItemModel &model, const QList<int> &rows, int column)
{
    QModelIndex index;
    for (const int row : rows)
        index = model.index(row, 0, index);
    return index.siblingAtColumn(column);
}

} // namespace

Q_DECLARE_METATYPE(QList<int>)

/// JSON as a tree: what its rows say, how far it is unfolded, what is copied of it.
class JsonTreeTest : public QObject
{
    Q_OBJECT

private slots:
    void aRowSaysTheNameAndTheValue_data();
    void aRowSaysTheNameAndTheValue();
    void whatHasNothingToUnfoldIsNoTree_data();
    void whatHasNothingToUnfoldIsNoTree();
    void aPathLeadsToTheValue_data();
    void aPathLeadsToTheValue();
    void aLongTextIsCutWithASignAndCopiedWhole();
    void whatIsCutIsCutBetweenCharacters_data();
    void whatIsCutIsCutBetweenCharacters();
    void whatLiesTooDeepIsOneText();
    void tooManyValuesAreNoTree_data();
    void tooManyValuesAreNoTree();
    void valuesStayInSightBesideLongNames();
    void theModelIsConsistent();
    void aSmallTreeIsUnfoldedAndALargeOneIsNot_data();
    void aSmallTreeIsUnfoldedAndALargeOneIsNot();
    void keysCopyTheValue();
    void commandsNeedAValueAndSaySo();
    void commandsFoldAndUnfold();

private:
    [[nodiscard]] QAction *command(const QString &name) const
    {
        return m_view.findChild<QAction *>(name);
    }

    Theme m_theme;
    JsonTreeModel m_model{m_theme};
    JsonTreeView m_view{m_theme};
};

void JsonTreeTest::aRowSaysTheNameAndTheValue_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QList<int>>("rows");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("spoken");
    const auto row = [](const char *rule, const QByteArray &json, const QList<int> &rows,
                        const QString &name, const QString &value, const QString &spoken = {}) {
        QTest::newRow(rule) << json << rows << name << value << (spoken.isEmpty() ? value : spoken);
    };
    row("a text", R"({"a":"x"})", {0}, u"a"_s, u"\"x\""_s);
    row("a number as it was sent", R"({"a":1.50e3})", {0}, u"a"_s, u"1.50e3"_s);
    row("a literal", R"({"a":null})", {0}, u"a"_s, u"null"_s);
    row("an object", R"({"a":{"b":1,"c":2}})", {0}, u"a"_s, u"{2}"_s, u"object, members: 2"_s);
    row("an array", R"({"a":[1,2,3]})", {0}, u"a"_s, u"[3]"_s, u"array, elements: 3"_s);
    row("an empty object", R"({"a":{}})", {0}, u"a"_s, u"{0}"_s, u"object, members: 0"_s);
    row("an element has its number", R"(["x",["y","z"]])", {1, 1}, u"1"_s, u"\"z\""_s);
    row("a member within an element", R"([{"a":1},{"b":true}])", {1, 0}, u"b"_s, u"true"_s);
    row("a name that stands twice", R"({"a":1,"a":2})", {1}, u"a"_s, u"2"_s);
    row("escapes are read", R"({"a\u0062":"\u4f60\u597d"})", {0}, u"ab"_s, u"\"你好\""_s);
    row("what could act is escaped", R"({"\u202ea":"b\nc\u0000"})", {0}, u"\\u{202e}a"_s,
        u"\"b\\nc\\0\""_s);
    row("markup stays text", R"({"<b>a":"<b>x</b>"})", {0}, u"<b>a"_s, u"\"<b>x</b>\""_s);
}

void JsonTreeTest::aRowSaysTheNameAndTheValue()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QList<int>, rows);
    QCOMPARE(m_model.setJson(json), JsonTreeFit::Shown);
    const QModelIndex name = indexAt(m_model, rows, JsonTreeModel::Name);
    const QModelIndex value = indexAt(m_model, rows, JsonTreeModel::Value);
    QTEST(name.data().toString(), "name");
    QTEST(value.data().toString(), "value");
    QTEST(value.data(Qt::AccessibleTextRole).toString(), "spoken");
    for (const QModelIndex &cell : {name, value}) {
        const QString tip = cell.data(Qt::ToolTipRole).toString();
        QVERIFY2(!Qt::mightBeRichText(tip) || tip.contains(u"&lt;b&gt;"), qPrintable(tip));
    }
}

void JsonTreeTest::whatHasNothingToUnfoldIsNoTree_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("hello");
    QTest::newRow("cut JSON") << QByteArray(R"({"a":1)");
    QTest::newRow("a number") << QByteArray("12");
    QTest::newRow("a text") << QByteArray(R"("a")");
    QTest::newRow("an empty object") << QByteArray("{ }");
    QTest::newRow("an empty array") << QByteArray("[]");
}

void JsonTreeTest::whatHasNothingToUnfoldIsNoTree()
{
    QFETCH(const QByteArray, text);
    QCOMPARE(m_model.setJson("[1]"), JsonTreeFit::Shown);
    QCOMPARE(m_model.setJson(text), JsonTreeFit::NothingToUnfold);
    QCOMPARE(m_model.rowCount(), 0);
    QCOMPARE(m_model.valueCount(), 0);
    QCOMPARE(m_view.setJson(text), JsonTreeFit::NothingToUnfold);
}

void JsonTreeTest::aPathLeadsToTheValue_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QList<int>>("rows");
    QTest::addColumn<QString>("path");
    QTest::newRow("a member") << R"({"a":1})"_ba << QList{0} << u"$.a"_s;
    QTest::newRow("an element") << R"([7,8])"_ba << QList{1} << u"$[1]"_s;
    QTest::newRow("both") << R"({"a":0,"items":[{},{"name":1}]})"_ba << QList{1, 1, 0}
                          << u"$.items[1].name"_s;
    QTest::newRow("a name with a blank") << R"({"a b":1})"_ba << QList{0} << u"$['a b']"_s;
    QTest::newRow("a name with quotes")
        << R"({"it's \\":1})"_ba << QList{0} << uR"($['it\'s \\'])"_s;
    QTest::newRow("an empty name") << R"({"":1})"_ba << QList{0} << u"$['']"_s;
    QTest::newRow("a name with a control character")
        << R"({"\u0000\n":1})"_ba << QList{0} << uR"($['\u0000\u000a'])"_s;
    QTest::newRow("a name that could act")
        << R"({"a\u202e":1})"_ba << QList{0} << uR"($['a\u202e'])"_s;
    QTest::newRow("a name beyond the BMP") << R"({"😀!":1})"_ba << QList{0} << u"$['😀!']"_s;
    QTest::newRow("the second of that name") << R"({"a":1,"a":2})"_ba << QList{1} << u"$.a"_s;
    QTest::newRow("a name that is a number") << R"({"7":1})"_ba << QList{0} << u"$['7']"_s;
}

void JsonTreeTest::aPathLeadsToTheValue()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QList<int>, rows);
    QCOMPARE(m_model.setJson(json), JsonTreeFit::Shown);
    for (const int column : {JsonTreeModel::Name, JsonTreeModel::Value})
        QTEST(m_model.path(indexAt(m_model, rows, column)), "path");
}

void JsonTreeTest::aLongTextIsCutWithASignAndCopiedWhole()
{
    for (const qsizetype length : {1'000, 1'001, 100'000}) {
        const QByteArray text(length, 'x');
        QCOMPARE(m_model.setJson("[\"" + text + "\"]"), JsonTreeFit::Shown);
        const QModelIndex value = m_model.index(0, JsonTreeModel::Value);
        QCOMPARE(value.data().toString().contains(u'…'), length > 1'000);
        QCOMPARE(m_model.valueText(value), QString::fromLatin1(text));
    }
}

void JsonTreeTest::whatIsCutIsCutBetweenCharacters_data()
{
    QTest::addColumn<QByteArray>("character");
    QTest::addColumn<QString>("shown");
    QTest::newRow("three bytes") << "你"_ba << u"你"_s;
    QTest::newRow("four bytes") << "😀"_ba << u"😀"_s;
    QTest::newRow("an escape") << R"(\u4f60)"_ba << u"你"_s;
    QTest::newRow("an escaped pair") << R"(\ud83d\ude00)"_ba << u"😀"_s;
    QTest::newRow("a backslash") << R"(\\)"_ba << u"\\"_s;
}

void JsonTreeTest::whatIsCutIsCutBetweenCharacters()
{
    QFETCH(const QByteArray, character);
    QFETCH(const QString, shown);
    for (const QByteArray &before : {QByteArray(), "x"_ba}) {
        QCOMPARE(m_model.setJson("[\"" + before + character.repeated(20'000) + "\"]"),
                 JsonTreeFit::Shown);
        QString text = m_model.index(0, JsonTreeModel::Value).data().toString();
        QVERIFY(text.size() > 900 && text.size() < 1'010 && text.endsWith(u"…\""));
        text = text.sliced(1 + before.size()).chopped(2);
        QCOMPARE(text, shown.repeated(text.size() / shown.size()));
    }
}

void JsonTreeTest::tooManyValuesAreNoTree_data()
{
    QTest::addColumn<qsizetype>("values");
    QTest::addColumn<JsonTreeFit>("fit");
    QTest::newRow("as many as may be") << JsonTreeModel::MostValues << JsonTreeFit::Shown;
    QTest::newRow("one more") << JsonTreeModel::MostValues + 1 << JsonTreeFit::TooManyValues;
}

void JsonTreeTest::tooManyValuesAreNoTree()
{
    QFETCH(const qsizetype, values);
    QFETCH(const JsonTreeFit, fit);
    QCOMPARE(m_model.setJson("[" + QByteArray("1,").repeated(values - 1) + "1]"), fit);
    QCOMPARE(m_model.rowCount(), fit == JsonTreeFit::Shown ? values : 0);
}

void JsonTreeTest::valuesStayInSightBesideLongNames()
{
    m_view.resize(400, 200);
    m_view.show();
    QCOMPARE(m_view.setJson("{\"" + QByteArray(500, 'n') + "\":1}"), JsonTreeFit::Shown);
    const QModelIndex value = m_view.model()->index(0, JsonTreeModel::Value);
    QTRY_VERIFY(m_view.visualRect(value).left() <= 200);
    QVERIFY(m_view.visualRect(value).left() > 100);
}

void JsonTreeTest::whatLiesTooDeepIsOneText()
{
    const QByteArray deep =
        "[" + QByteArray(JsonTree::MaxDepth, '[') + "7" + QByteArray(JsonTree::MaxDepth, ']') + "]";
    QCOMPARE(m_model.setJson(deep), JsonTreeFit::Shown);
    const QList<int> way(JsonTree::MaxDepth, 0);
    const QModelIndex last = indexAt(m_model, way, JsonTreeModel::Value);
    QCOMPARE(last.data().toString(), u"[7]"_s);
    QCOMPARE(m_model.rowCount(last.siblingAtColumn(0)), 0);
    QCOMPARE(m_model.valueText(last), u"[7]"_s);
}

void JsonTreeTest::theModelIsConsistent()
{
    const QAbstractItemModelTester tester(&m_model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(m_model.setJson(R"({"a":[1,{"b":[]}],"c":{"d":{"e":null}},"f":"g"})"),
             JsonTreeFit::Shown);
    QCOMPARE(m_model.valueCount(), 8);
    QCOMPARE(m_model.setJson("[1,[2,[3]]]"), JsonTreeFit::Shown);
    QCOMPARE(m_model.setJson({}), JsonTreeFit::NothingToUnfold);
    QCOMPARE(m_model.rowCount(), 0);
}

void JsonTreeTest::aSmallTreeIsUnfoldedAndALargeOneIsNot_data()
{
    QTest::addColumn<int>("values");
    QTest::addColumn<bool>("unfolded");
    QTest::newRow("as many as are unfolded at once") << 500 << true;
    QTest::newRow("one more") << 501 << false;
}

void JsonTreeTest::aSmallTreeIsUnfoldedAndALargeOneIsNot()
{
    QFETCH(const int, values);
    const QByteArray json = "[[" + QByteArray("1,").repeated(values - 2) + "1]]";
    QCOMPARE(m_view.setJson(json), JsonTreeFit::Shown);
    QTEST(m_view.isExpanded(m_view.model()->index(0, 0)), "unfolded");
}

void JsonTreeTest::keysCopyTheValue()
{
    QCOMPARE(m_view.setJson(R"({"a":"x\ny","b":{ "c" : 1 }})"), JsonTreeFit::Shown);
    m_view.show();
    m_view.activateWindow();
    m_view.setFocus();
    QVERIFY(QTest::qWaitForWindowActive(&m_view));
    QTest::keyClick(&m_view, Qt::Key_Home);
    QTest::keyClick(&m_view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"x\ny"_s);
    QTest::keyClick(&m_view, Qt::Key_Down);
    QTest::keyClick(&m_view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), uR"({ "c" : 1 })"_s);
    QTest::keyClick(&m_view, Qt::Key_Down);
    command(u"copyPath"_s)->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"$.b.c"_s);
}

void JsonTreeTest::commandsNeedAValueAndSaySo()
{
    QCOMPARE(m_view.setJson("[1]"), JsonTreeFit::Shown);
    m_view.setCurrentIndex({});
    for (const QString &name : {u"copyValue"_s, u"copyPath"_s}) {
        QVERIFY(!command(name)->isEnabled());
        QCOMPARE(command(name)->toolTip(), u"Select a value first"_s);
    }
    m_view.setCurrentIndex(m_view.model()->index(0, 0));
    QVERIFY(command(u"copyValue"_s)->isEnabled() && command(u"copyPath"_s)->isEnabled());
    QCOMPARE(m_view.setJson("[2]"),
             JsonTreeFit::Shown); // another message: nothing is selected in it
    QVERIFY(!command(u"copyValue"_s)->isEnabled());
}

void JsonTreeTest::commandsFoldAndUnfold()
{
    QCOMPARE(m_view.setJson(R"([[[1]]])"), JsonTreeFit::Shown);
    const QModelIndex outer = m_view.model()->index(0, 0);
    command(u"collapseAll"_s)->trigger();
    QVERIFY(!m_view.isExpanded(outer));
    command(u"expandAll"_s)->trigger();
    QVERIFY(m_view.isExpanded(outer) && m_view.isExpanded(m_view.model()->index(0, 0, outer)));
}

QTEST_MAIN(JsonTreeTest)
#include "tst_json_tree.moc"
