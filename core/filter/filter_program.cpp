// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/filter_program.h"

#include "core/filter/filter_subject.h"

#include <algorithm>

namespace signalbox {

namespace {

/// Asks one test of a subject.
class Question
{
public:
    Question(const FilterSubject &subject, const FilterTest &test)
        : m_subject(subject)
        , m_test(test)
    { }

    bool operator()(const TextPattern &wanted) const
    {
        return m_test.anyPart ? m_subject.anyPart(wanted) : m_subject.anyText(m_test.field, wanted);
    }
    bool operator()(const NumberSet &wanted) const
    {
        return m_subject.anyNumber(m_test.field, wanted);
    }
    bool operator()(ChoiceSet wanted) const
    {
        return (m_subject.choices(m_test.field) & wanted.bits) != 0;
    }

private:
    const FilterSubject &m_subject;
    const FilterTest &m_test;
};

/// What is cheap is asked first.
int costOf(const FilterNode &node)
{
    if (node.kind == FilterNode::Kind::Test) {
        const FilterTest &test = node.test.front();
        const auto *text = std::get_if<TextPattern>(&test.wanted);
        if (text == nullptr)
            return 0;
        const int place = test.anyPart ? 3 : test.field == FilterField::Text ? 2 : 1;
        return place + (text->isExpression() ? 3 : 0);
    }
    int cost = 0;
    for (const FilterNode &child : node.children)
        cost = std::max(cost, costOf(child));
    return cost;
}

} // namespace

FilterProgram::FilterProgram(const FilterNode &root, QStringView text)
    : m_text(text.toString())
{
    m_first = emitNode(root, Accept, Reject);
}

bool FilterProgram::matches(const FilterSubject &subject) const
{
    int at = m_first;
    while (at >= 0) {
        const Step &step = m_steps[std::size_t(at)];
        const bool yes = std::visit(Question(subject, step.test), step.test.wanted);
        at = yes ? step.afterYes : step.afterNo;
    }
    return at == Accept;
}

int FilterProgram::emitNode(const FilterNode &node, int afterYes, int afterNo)
{
    switch (node.kind) {
    case FilterNode::Kind::Test:
        m_steps.push_back({node.test.front(), afterYes, afterNo});
        return int(m_steps.size()) - 1;
    case FilterNode::Kind::Not:
        return emitNode(node.children.front(), afterNo, afterYes);
    default:
        return emitSequence(node, afterYes, afterNo);
    }
}

int FilterProgram::emitSequence(const FilterNode &node, int afterYes, int afterNo)
{
    std::vector<std::pair<int, const FilterNode *>> order;
    for (const FilterNode &child : node.children)
        order.emplace_back(costOf(child), &child);
    std::ranges::stable_sort(order, {}, [](const auto &entry) { return entry.first; });
    std::ranges::reverse(order); // each jumps to the one behind it, which has to be there
    const bool all = node.kind == FilterNode::Kind::And;
    int next = all ? afterYes : afterNo;
    for (const auto &[cost, child] : order)
        next = all ? emitNode(*child, next, afterNo) : emitNode(*child, afterYes, next);
    return next;
}

} // namespace signalbox
