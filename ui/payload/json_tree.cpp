// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payload/json_tree.h"

#include "ui/payload/json_scanner.h"

#include <QHash>

namespace signalbox {

/// Makes a tree of the tokens, without recursion.
class JsonTreeBuilder
{
public:
    explicit JsonTreeBuilder(JsonTree &tree)
        : m_nodes(tree.m_nodes)
    { }

    void take(const JsonToken &token)
    {
        if (m_deep) {
            if (token.kind == JsonKind::Close && token.depth == JsonTree::MaxDepth)
                endDeep(token);
            return;
        }
        switch (token.kind) {
        case JsonKind::Key:
            m_key = token.text;
            break;
        case JsonKind::Open:
            open(token);
            break;
        case JsonKind::Close:
            close(token);
            break;
        case JsonKind::String:
            append(token.text, JsonShape::Text,
                   qHash(jsonText(token.text), QHashSeed::globalSeed()));
            break;
        case JsonKind::Number:
        case JsonKind::Literal:
            append(token.text, JsonShape::Scalar, qHash(token.text, QHashSeed::globalSeed()));
            break;
        case JsonKind::Comma:
        case JsonKind::Colon:
            break;
        }
    }

private:
    struct Open
    {
        quint32 node;
        quint32 lastChild;
    };

    void append(QByteArrayView text, JsonShape shape, size_t hash)
    {
        const auto number = quint32(m_nodes.size());
        JsonNode node;
        node.key = m_key;
        node.text = text;
        node.shape = shape;
        node.hash = hash;
        m_nodes.push_back(node);
        m_key = {};
        if (m_open.empty())
            return;
        Open &parent = m_open.back();
        if (parent.lastChild == JsonNode::None)
            m_nodes[parent.node].firstChild = number;
        else
            m_nodes[parent.lastChild].nextSibling = number;
        parent.lastChild = number;
    }

    void open(const JsonToken &token)
    {
        const auto number = quint32(m_nodes.size());
        m_deep = token.depth >= JsonTree::MaxDepth;
        const JsonShape shape = m_deep              ? JsonShape::Scalar
                                : token.text == "{" ? JsonShape::Object
                                                    : JsonShape::Array;
        append(token.text, shape, size_t(shape));
        if (!m_deep)
            m_open.push_back({number, JsonNode::None});
    }

    void endDeep(const JsonToken &token)
    {
        JsonNode &node = m_nodes.back();
        node.text = {node.text.begin(), token.text.end()};
        node.hash = qHash(node.text, QHashSeed::globalSeed());
        m_deep = false;
    }

    void close(const JsonToken &token)
    {
        JsonNode &node = m_nodes[m_open.back().node];
        m_open.pop_back();
        node.text = {node.text.begin(), token.text.end()};
        for (quint32 child = node.firstChild; child != JsonNode::None;
             child = m_nodes[child].nextSibling) {
            const JsonNode &value = m_nodes[child];
            if (node.shape == JsonShape::Object)
                node.hash += qHashMulti(0, jsonText(value.key), value.hash);
            else
                node.hash = qHashMulti(node.hash, value.hash);
        }
    }

    std::vector<JsonNode> &m_nodes;
    std::vector<Open> m_open;
    QByteArrayView m_key;
    bool m_deep = false; // within a value that is kept as text
};

std::optional<JsonTree> JsonTree::parse(QByteArrayView utf8)
{
    JsonTree tree;
    JsonTreeBuilder builder(tree);
    JsonScanner scanner(utf8);
    while (const auto token = scanner.next())
        builder.take(*token);
    if (scanner.fault())
        return std::nullopt;
    return tree;
}

std::vector<quint32> JsonTree::childrenOf(const JsonNode &node, qsizetype most) const
{
    std::vector<quint32> children;
    for (quint32 child = node.firstChild;
         child != JsonNode::None && qsizetype(children.size()) < most;
         child = m_nodes[child].nextSibling)
        children.push_back(child);
    return children;
}

QString jsonText(QByteArrayView quoted)
{
    return jsonTokenValue({JsonKind::String, 0, quoted});
}

} // namespace signalbox
