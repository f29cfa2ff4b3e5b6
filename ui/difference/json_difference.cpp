// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/difference/json_difference.h"

#include "core/escaped_text.h"
#include "ui/difference/json_members.h"
#include "ui/difference/same_value.h"
#include "ui/difference/sequence_difference.h"
#include "ui/payload/json_scanner.h"

#include <QCoreApplication>

#include <algorithm>
#include <span>
#include <vector>

namespace signalbox {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("signalbox::JsonComparison", text);
}

bool isPlainKey(const QString &key)
{
    return !key.isEmpty() && !key.front().isDigit() && std::ranges::all_of(key, [](QChar c) {
        return c.isLetterOrNumber() || c == u'_' || c == u'-' || c == u'$';
    });
}

/// Where a value is: in which member or element of which other. Only what is listed is written
/// out, for a path can be as long as the payload.
struct Place
{
    const Place *parent = nullptr; ///< null: the whole value
    const JsonMemberName *member = nullptr; ///< null: an element
    qsizetype element = 0;
};

void appendMember(QString &path, const JsonMemberName &name)
{
    constexpr qsizetype MostCharacters = 200;
    QString key = name.key;
    if (key.size() > MostCharacters)
        key = key.first(MostCharacters - (key.at(MostCharacters).isLowSurrogate() ? 1 : 0)) + u'…';
    if (!isPlainKey(key))
        path += QStringLiteral("[\"") + escapedText(key) + QStringLiteral("\"]");
    else
        path += (path.isEmpty() ? QString() : QStringLiteral(".")) + key;
    if (name.repeat > 0)
        path += QStringLiteral("#%1").arg(name.repeat + 1);
}

QString pathOf(const Place &place)
{
    std::vector<const Place *> places;
    for (const Place *next = &place; next->parent != nullptr; next = next->parent)
        places.push_back(next);
    std::ranges::reverse(places);
    QString path;
    for (const Place *step : places) {
        if (step->member)
            appendMember(path, *step->member);
        else
            path += QStringLiteral("[%1]").arg(step->element);
    }
    return path;
}

/// On one line, each piece as it was written.
QString compactText(QByteArrayView json)
{
    QString text;
    JsonScanner scanner(json);
    while (const auto token = scanner.next()) {
        text += escapedUtf8(token->text);
        if (token->kind == JsonKind::Colon || token->kind == JsonKind::Comma)
            text += u' ';
    }
    return text;
}

/// Of the elements of two arrays: the same numbers for the same values.
class ElementNumbers
{
public:
    std::vector<quint32> of(const JsonTree &tree, const std::vector<quint32> &elements)
    {
        std::vector<quint32> numbers;
        numbers.reserve(elements.size());
        for (const quint32 element : elements)
            numbers.push_back(numberOf(tree, tree.node(element)));
        return numbers;
    }

private:
    struct Known
    {
        const JsonTree *tree;
        const JsonNode *node;
        quint32 number;
    };

    quint32 numberOf(const JsonTree &tree, const JsonNode &node)
    {
        QList<Known> &known = m_known[node.hash];
        const auto same = std::ranges::find_if(std::as_const(known), [&](const Known &other) {
            return sameValue(*other.tree, *other.node, tree, node);
        });
        if (same != known.cend())
            return same->number;
        known.append({&tree, &node, m_next});
        return m_next++;
    }

    QHash<size_t, QList<Known>> m_known;
    quint32 m_next = 0;
};

using Elements = std::vector<quint32>;

class JsonComparison
{
public:
    JsonComparison(const JsonTree &before, const JsonTree &after, const DifferenceBounds &bounds,
                   PayloadDifference &difference)
        : m_before(before)
        , m_after(after)
        , m_bounds(bounds)
        , m_difference(difference)
        , m_sequences(bounds.cells)
    { }

    void compare()
    {
        compareValues(m_before.root(), m_after.root(), {});
        m_difference.byPlace = m_sequences.wasByPlace();
    }

private:
    void compareValues(const JsonNode &a, const JsonNode &b, const Place &place)
    {
        if (sameValue(m_before, a, m_after, b))
            return;
        if (a.shape == JsonShape::Object && b.shape == JsonShape::Object)
            compareObjects(a, b, place);
        else if (a.shape == JsonShape::Array && b.shape == JsonShape::Array)
            compareArrays(a, b, place);
        else
            add(Change::Changed, place, &a, &b);
    }

    void compareObjects(const JsonNode &a, const JsonNode &b, const Place &place)
    {
        const JsonMembers known(m_before, a);
        const JsonMembers wanted(m_after, b);
        const auto membersBefore = JsonMembers::named(m_before, a);
        for (const JsonMember &member : membersBefore) {
            const quint32 other = wanted.find(member.name);
            const Place memberPlace{&place, &member.name};
            if (other == JsonNode::None)
                add(Change::Removed, memberPlace, &m_before.node(member.node), nullptr);
            else
                compareValues(m_before.node(member.node), m_after.node(other), memberPlace);
        }
        const auto membersAfter = JsonMembers::named(m_after, b);
        for (const JsonMember &member : membersAfter) {
            if (known.find(member.name) == JsonNode::None)
                add(Change::Added, {&place, &member.name}, nullptr, &m_after.node(member.node));
        }
    }

    void compareArrays(const JsonNode &a, const JsonNode &b, const Place &place)
    {
        const auto elementsBefore = m_before.childrenOf(a);
        const auto elementsAfter = m_after.childrenOf(b);
        ElementNumbers numbers;
        const auto numbersBefore = numbers.of(m_before, elementsBefore);
        const auto numbersAfter = numbers.of(m_after, elementsAfter);
        const QList<SequenceGap> gaps = m_sequences.compare(numbersBefore, numbersAfter);
        for (const SequenceGap &gap : gaps)
            compareGap(elementsBefore, elementsAfter, gap, place);
    }

    /// Elements that came, those that changed, and those that went; which are which is not known,
    /// so that as much as possible stays the same.
    void compareGap(const Elements &elementsBefore, const Elements &elementsAfter,
                    const SequenceGap &gap, const Place &place)
    {
        const auto before =
            std::span(elementsBefore)
                .subspan(size_t(gap.beforeFrom), size_t(gap.beforeTo - gap.beforeFrom));
        const auto after = std::span(elementsAfter)
                               .subspan(size_t(gap.afterFrom), size_t(gap.afterTo - gap.afterFrom));
        const bool isGrown = after.size() > before.size();
        const size_t both = std::min(before.size(), after.size());
        const size_t shift = bestShift(before, after);
        const size_t firstBefore = isGrown ? 0 : shift;
        const size_t firstAfter = isGrown ? shift : 0;
        for (size_t i = 0; i < before.size(); ++i) {
            if (i < firstBefore || i >= firstBefore + both)
                add(Change::Removed, {&place, nullptr, gap.beforeFrom + qsizetype(i)},
                    &m_before.node(before[i]), nullptr);
        }
        for (size_t i = 0; i < after.size(); ++i) {
            const Place element{&place, nullptr, gap.afterFrom + qsizetype(i)};
            if (i < firstAfter || i >= firstAfter + both)
                add(Change::Added, element, nullptr, &m_after.node(after[i]));
            else
                compareValues(m_before.node(before[i - firstAfter + firstBefore]),
                              m_after.node(after[i]), element);
        }
    }

    /// By how much the shorter list has to be shifted against the longer one.
    [[nodiscard]] size_t bestShift(std::span<const quint32> before,
                                   std::span<const quint32> after) const
    {
        constexpr size_t MostPairs = 2'500; // beyond, it would take long
        const size_t both = std::min(before.size(), after.size());
        const size_t shifts = std::max(before.size(), after.size()) - both;
        if (both == 0 || both * (shifts + 1) > MostPairs)
            return 0;
        size_t best = 0;
        qsizetype most = -1;
        for (size_t shift = 0; shift <= shifts; ++shift) {
            qsizetype alike = 0;
            for (size_t i = 0; i < both; ++i) {
                const bool isGrown = after.size() > before.size();
                alike += commonMembers(m_before.node(before[isGrown ? i : i + shift]),
                                       m_after.node(after[isGrown ? i + shift : i]));
            }
            if (alike > most) {
                most = alike;
                best = shift;
            }
        }
        return best;
    }

    /// Of the first few, how many are the same in both.
    [[nodiscard]] qsizetype commonMembers(const JsonNode &a, const JsonNode &b) const
    {
        constexpr qsizetype MostMembers = 16;
        if (a.shape != JsonShape::Object || b.shape != JsonShape::Object)
            return 0;
        const Elements as = m_before.childrenOf(a, MostMembers);
        const Elements bs = m_after.childrenOf(b, MostMembers);
        return std::ranges::count_if(as, [&](quint32 x) {
            return std::ranges::any_of(bs, [&](quint32 y) {
                const JsonNode &memberA = m_before.node(x);
                const JsonNode &memberB = m_after.node(y);
                return memberA.key == memberB.key && memberA.hash == memberB.hash;
            });
        });
    }

    void add(Change change, const Place &place, const JsonNode *before, const JsonNode *after)
    {
        if (m_difference.isFull(m_bounds)) {
            ++m_difference.left;
            return;
        }
        const QString path = pathOf(place);
        DifferenceRow row{change, path.isEmpty() ? tr("the whole value") : toldValue(path), {}, {}};
        tellPair(row, before ? compactText(before->text) : QString(),
                 after ? compactText(after->text) : QString());
        m_difference.rows += row;
    }

    const JsonTree &m_before;
    const JsonTree &m_after;
    const DifferenceBounds &m_bounds;
    PayloadDifference &m_difference;
    SequenceComparison m_sequences;
};

} // namespace

void compareJson(const JsonTree &before, const JsonTree &after, const DifferenceBounds &bounds,
                 PayloadDifference &difference)
{
    JsonComparison(before, after, bounds, difference).compare();
}

} // namespace signalbox
