// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/option_table.h"

#include <QFile>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

QString readmeText()
{
    QFile file(QStringLiteral(SIGNALBOX_README));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll());
}

/// The row that README should have for an option.
QString expectedRow(const OptionDescriptor &option)
{
    QString value = optionText(ServerOptions{}, option);
    if (value.isEmpty())
        value = u"(empty)"_s;
    QString help = optionHelp(option);
    help.replace(u"*"_s, u"\\*"_s);
    const QString commandLine = isSwitch(option) ? u"`--%1`, `--no-%1`"_s : u"`--%1`"_s;
    return u"| %1 | %2 | %3 | %4 |"_s.arg(commandLine.arg(commandLineName(option)), value,
                                          option.live ? u"yes"_s : u"no"_s, help);
}

QStringList readmeRows()
{
    const QString text = readmeText();
    const auto begin = text.indexOf("<!-- options: begin -->"_L1);
    const auto end = text.indexOf("<!-- options: end -->"_L1);
    if (begin < 0 || end < begin)
        return {};
    const QString table = text.sliced(begin, end - begin);
    return table.split(u'\n').filter(u"| `--"_s);
}

} // namespace

/// README.md says what the option table says.
class TestReadme : public QObject
{
    Q_OBJECT

private slots:
    void hasARowForEachOption_data();
    void hasARowForEachOption();
    void hasNoOtherRow();
};

void TestReadme::hasARowForEachOption_data()
{
    QTest::addColumn<QString>("row");
    for (const auto &option : optionTable())
        QTest::newRow(option.name) << expectedRow(option);
}

void TestReadme::hasARowForEachOption()
{
    QFETCH(const QString, row);
    QVERIFY2(readmeRows().contains(row), qPrintable(u"README.md lacks: "_s + row));
}

void TestReadme::hasNoOtherRow()
{
    QStringList expected;
    for (const auto &option : optionTable())
        expected += expectedRow(option);
    for (const QString &row : readmeRows())
        QVERIFY2(expected.contains(row), qPrintable(u"README.md says too much: "_s + row));
    QCOMPARE(readmeRows(), expected);
}

QTEST_GUILESS_MAIN(TestReadme)
#include "tst_readme.moc"
