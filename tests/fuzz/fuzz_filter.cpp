// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/filter.h"
#include "core/filter/filter_completion.h"
#include "core/filter/record_subject.h"
#include "tests/fuzz/require.h"

using namespace signalbox;

namespace {

ActivityRecord sampleRecord()
{
    ActivityRecord record;
    record.number = 12;
    record.direction = Direction::ClientToServer;
    record.connection = {17};
    record.user = UserId::parse(u"ann").value();
    record.room = RoomName::parse(u"lobby").value();
    record.type = "chat_message";
    record.payload = R"({"type":"chat_message","content":"Zwei Äpfel"})";
    record.length = record.payload.size();
    return record;
}

void checkError(const FilterError &error, const QString &text)
{
    require(!error.message.isEmpty(), "an error without a sentence");
    require(error.position >= 0 && error.length >= 0
                && error.position + error.length <= text.size(),
            "an error outside of its text");
}

/// `not` turns every answer around, and reading again gives the same.
void checkFilter(const Filter &filter, const QString &text, FilterFields fields)
{
    static const ActivityRecord Record = sampleRecord();
    const RecordSubject subject(Record);
    const bool matches = filter.matches(subject);
    require(filter.isEmpty() || filter.text() == text, "a filter with another text");
    require(Filter::compile(text, fields).filter.matches(subject) == matches,
            "the same text with another answer");
    const auto opposite = Filter::compile(QStringLiteral("not (") + text + u')', fields);
    if (opposite && !filter.isEmpty())
        require(opposite.filter.matches(subject) != matches, "a filter that equals its opposite");
}

void checkCompletions(const QString &text, qsizetype cursor, FilterFields fields)
{
    const auto values = [](FilterField) { return QStringList{QStringLiteral("two words")}; };
    const auto completions = completeFilter(text, cursor, fields, values);
    require(completions.position >= 0 && completions.position + completions.length == cursor,
            "a completion that does not end at the cursor");
    require(completions.list.size() <= FilterCompletions::MaxCount, "too many completions");
}

} // namespace

// The name that libFuzzer calls.
// NOLINTNEXTLINE(readability-identifier-naming)
extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, size_t size)
{
    if (size < 2)
        return 0;
    const FilterFields fields =
        (data[0] & 1U) != 0 ? FilterFields::ofConnections() : FilterFields::ofRecords();
    const QByteArrayView utf8(data + 2, static_cast<qsizetype>(size) - 2);
    const QString text = QString::fromUtf8(utf8);
    const auto result = Filter::compile(text, fields);
    if (result.error)
        checkError(*result.error, text);
    else
        checkFilter(result.filter, text, fields);
    checkCompletions(text, qsizetype{data[1]} % (text.size() + 1), fields);
    return 0;
}
