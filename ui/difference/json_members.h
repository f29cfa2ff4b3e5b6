// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/payload/json_tree.h"

#include <QHash>
#include <QList>
#include <QString>

namespace signalbox {

/// What names a member of an object: its key, and which one of that key it is, should it stand
/// there more than once.
struct JsonMemberName
{
    QString key;
    int repeat = 0;

    friend bool operator==(const JsonMemberName &, const JsonMemberName &) = default;
};

inline size_t qHash(const JsonMemberName &name, size_t seed = 0)
{
    return qHashMulti(seed, name.key, name.repeat);
}

struct JsonMember
{
    JsonMemberName name;
    quint32 node = JsonNode::None;
};

/// The members of an object by their names.
class JsonMembers
{
public:
    JsonMembers(const JsonTree &tree, const JsonNode &object)
    {
        const auto members = named(tree, object);
        m_nodes.reserve(members.size());
        for (const JsonMember &member : members)
            m_nodes.insert(member.name, member.node);
    }

    /// In the order in which they were written.
    static QList<JsonMember> named(const JsonTree &tree, const JsonNode &object)
    {
        QList<JsonMember> members;
        QHash<QString, int> seen;
        const auto children = tree.childrenOf(object);
        members.reserve(qsizetype(children.size()));
        for (const quint32 child : children) {
            const QString key = jsonText(tree.node(child).key);
            members.append({{key, seen[key]++}, child});
        }
        return members;
    }

    [[nodiscard]] qsizetype count() const { return m_nodes.size(); }
    /// JsonNode::None if there is none of that name.
    [[nodiscard]] quint32 find(const JsonMemberName &name) const
    {
        return m_nodes.value(name, JsonNode::None);
    }

private:
    QHash<JsonMemberName, quint32> m_nodes;
};

} // namespace signalbox
