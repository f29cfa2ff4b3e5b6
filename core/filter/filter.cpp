// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/filter.h"

#include "core/filter/filter_parser.h"
#include "core/filter/filter_program.h"

namespace signalbox {

Filter::Filter() = default;
Filter::Filter(const Filter &) = default;
Filter::Filter(Filter &&) noexcept = default;
Filter &Filter::operator=(const Filter &) = default;
Filter &Filter::operator=(Filter &&) noexcept = default;
Filter::~Filter() = default;

FilterResult Filter::compile(QStringView text, FilterFields allowed)
{
    const auto tree = parseFilter(text, allowed);
    if (const auto *error = std::get_if<FilterError>(&tree))
        return {{}, *error};
    const auto &root = std::get<FilterNode>(tree);
    if (root.kind != FilterNode::Kind::Test && root.children.empty())
        return {};
    Filter filter;
    filter.d = new FilterProgram(root, text);
    return {filter, {}};
}

QString Filter::text() const
{
    return d ? d->text() : QString();
}

bool Filter::matches(const FilterSubject &subject) const
{
    return !d || d->matches(subject);
}

} // namespace signalbox
