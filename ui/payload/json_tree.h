// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <limits>
#include <optional>
#include <vector>

namespace signalbox {

enum class JsonShape : quint8 { Scalar, Text, Object, Array };

/// One value of a JSON text, which it points into.
struct JsonNode
{
    static constexpr quint32 None = ~quint32(0);

    QByteArrayView key; ///< with its quotes; empty outside of objects
    QByteArrayView text; ///< all of it, as it was written
    size_t hash = 0; ///< equal values have equal ones, whatever the order of their keys
    quint32 firstChild = None;
    quint32 nextSibling = None;
    JsonShape shape = JsonShape::Scalar;
};

/// The values of a JSON text, numbers as they were written; what lies deeper than MaxDepth is kept
/// as text.
class JsonTree
{
public:
    static constexpr qsizetype MaxDepth = 100;

    /// Nothing if it is no JSON. `utf8` must outlive the tree.
    static std::optional<JsonTree> parse(QByteArrayView utf8);

    [[nodiscard]] quint32 count() const { return quint32(m_nodes.size()); }
    [[nodiscard]] const JsonNode &root() const { return m_nodes.front(); }
    [[nodiscard]] const JsonNode &node(quint32 number) const { return m_nodes[number]; }
    /// In the order in which they were written, `most` at most.
    [[nodiscard]] std::vector<quint32>
    childrenOf(const JsonNode &node, qsizetype most = std::numeric_limits<qsizetype>::max()) const;

private:
    friend class JsonTreeBuilder;
    JsonTree() = default;

    std::vector<JsonNode> m_nodes;
};

/// The value of a key or a text.
QString jsonText(QByteArrayView quoted);

} // namespace signalbox
