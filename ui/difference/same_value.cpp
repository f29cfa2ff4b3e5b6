// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/difference/same_value.h"

#include "ui/difference/json_members.h"

#include <algorithm>

namespace signalbox {

bool sameValue(const JsonTree &treeA, const JsonNode &a, const JsonTree &treeB, const JsonNode &b)
{
    if (a.hash != b.hash || a.shape != b.shape)
        return false;
    if (a.text == b.text)
        return true;
    switch (a.shape) {
    case JsonShape::Scalar:
        return false;
    case JsonShape::Text:
        return jsonText(a.text) == jsonText(b.text);
    case JsonShape::Array: {
        const auto as = treeA.childrenOf(a);
        const auto bs = treeB.childrenOf(b);
        return std::ranges::equal(as, bs, [&](quint32 x, quint32 y) {
            return sameValue(treeA, treeA.node(x), treeB, treeB.node(y));
        });
    }
    case JsonShape::Object:
        break;
    }
    const JsonMembers members(treeB, b);
    const auto as = JsonMembers::named(treeA, a);
    return as.size() == members.count() && std::ranges::all_of(as, [&](const JsonMember &member) {
               const quint32 other = members.find(member.name);
               return other != JsonNode::None
                      && sameValue(treeA, treeA.node(member.node), treeB, treeB.node(other));
           });
}

} // namespace signalbox
