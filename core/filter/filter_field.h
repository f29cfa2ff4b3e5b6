// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <span>

namespace signalbox {

/// What a term of a filter asks for.
enum class FilterField : quint8 {
    Room,
    From,
    To,
    User,
    Connection,
    Type,
    Text,
    Length,
    Direction,
    Kind,
    Opcode,
    Code,
    Reason,
    ClosedBy,
    Receivers,
    Dropped,
    Number,
    Address,
    Path,
    Origin,
    Header,
    State,
    RoundTrip,
    Buffered,
    Messages,
    Bytes,
    Rate,
    Idle,
    Status,
};

/// How the values of a field are written and compared.
enum class FilterKind : quint8 {
    Text, ///< `:` contains in any case, `=` is the same to the letter, `:/…/` a regular expression
    Count, ///< 17, 4000..4099, 1k
    Size, ///< 512, 1k, 1MiB
    Duration, ///< 20ms, 1.5s, 2min
    Rate, ///< 10, 2.5: each second
    Choice, ///< one of the field's words
};

/// A word that a field knows.
struct FilterWord
{
    const char *word;
    quint32 choices = 0; ///< of a Choice: a bit for each value that the word means
};

/// The bit of a value of one of core's enumerations.
template <typename Value>
constexpr quint32 choiceBit(Value value)
{
    return quint32(1) << static_cast<unsigned>(value);
}

/// One row of the table that the parser, the completion and the syntax help are made from.
struct FilterFieldRow
{
    FilterField field;
    const char *name; ///< as one writes it: `room`
    const char *alias; ///< another way to write it, or null
    FilterKind kind;
    std::span<const FilterWord> words; ///< all of a Choice; suggestions for a Text
    const char *example; ///< a term: `room:lobby`
    const char *help; ///< one sentence, English; translated by filterFieldHelp()
};

/// All fields, in the order in which people should read them.
std::span<const FilterFieldRow> filterFieldTable();

const FilterFieldRow &filterFieldRow(FilterField field);

/// The row with that name or alias (any case), or null.
const FilterFieldRow *findFilterField(QStringView name);

QString filterFieldHelp(const FilterFieldRow &row);

/// Which fields there are where a filter is used.
class FilterFields
{
public:
    constexpr FilterFields() = default;
    constexpr FilterFields(std::initializer_list<FilterField> fields)
    {
        for (const FilterField field : fields)
            m_bits |= quint64(1) << static_cast<unsigned>(field);
    }

    /// Those of the log's records.
    static FilterFields ofRecords();
    /// Those of connections: open, ended and refused.
    static FilterFields ofConnections();

    [[nodiscard]] constexpr bool contains(FilterField field) const
    {
        return (m_bits >> static_cast<unsigned>(field) & 1U) != 0;
    }
    friend constexpr bool operator==(FilterFields, FilterFields) = default;

private:
    quint64 m_bits = 0;
};

} // namespace signalbox
