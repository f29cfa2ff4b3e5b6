// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/filter_field.h"

#include <QExplicitlySharedDataPointer>
#include <QString>

#include <optional>

namespace signalbox {

class FilterSubject;
class FilterProgram;
struct FilterResult;

/// A compiled filter: a value that costs a pointer to copy and that threads may share.
///
/// Terms next to each other must all hold; `and`, `or` (`|`), `not` (`-`, `!`) and parentheses
/// combine them, `not` before `and` before `or`. A term is `field:value`, `field=value`,
/// `field!=value`, `field>value` and so on, or a text alone, which may stand in any part.
/// In quotes a value may have blanks; `\"`, `\\` and `\u{202e}` mean characters.
class Filter
{
public:
    /// Longer texts, more terms and deeper parentheses are errors.
    static constexpr qsizetype MaxLength = 4'000;
    static constexpr qsizetype MaxTerms = 500;
    static constexpr int MaxDepth = 50;

    /// Accepts all.
    Filter();
    Filter(const Filter &);
    Filter(Filter &&) noexcept;
    Filter &operator=(const Filter &);
    Filter &operator=(Filter &&) noexcept;
    ~Filter();

    /// A text without terms gives a filter that accepts all.
    static FilterResult compile(QStringView text, FilterFields allowed);

    /// Whether it accepts all because it has no terms.
    [[nodiscard]] bool isEmpty() const { return !d; }
    /// As it was written.
    [[nodiscard]] QString text() const;
    /// From any thread.
    [[nodiscard]] bool matches(const FilterSubject &subject) const;

    /// Whether both were written the same.
    friend bool operator==(const Filter &a, const Filter &b) { return a.text() == b.text(); }

private:
    QExplicitlySharedDataPointer<const FilterProgram> d;
};

/// Why a text is no filter, and where.
struct FilterError
{
    qsizetype position = 0; ///< in the text, in UTF-16 units; its end if something is missing
    qsizetype length = 0; ///< of what is wrong; 0 at the end
    QString message; ///< one sentence

    friend bool operator==(const FilterError &, const FilterError &) = default;
};

/// Either a filter or the error that kept it from being made; then the filter accepts all.
struct FilterResult
{
    Filter filter;
    std::optional<FilterError> error;

    explicit operator bool() const { return !error; }
};

} // namespace signalbox
