// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <memory>
#include <string_view>
#include <variant>
#include <vector>

#include <simdjson.h>

namespace signalbox {

/// Accepts a document only as a whole: JSON by RFC 8259 in UTF-8 without a byte order mark, nested
/// no deeper than its limit, no key twice in an object, numbers within 64 bits. Takes time linear
/// in the size (n log n in the keys of one object), whatever the document. Keeps its memory.
class StrictJsonParser
{
public:
    explicit StrictJsonParser(int maxDepth);

    /// The document's root, valid until the next call; or one phrase why it is refused. `isPadded`:
    /// simdjson::SIMDJSON_PADDING bytes may be read behind it.
    std::variant<simdjson::dom::element, const char *> parse(QByteArrayView json, bool isPadded);

    /// Gives memory back that only an unusually large document needs.
    void trim();

private:
    struct Container
    {
        simdjson::dom::element element;
        int depth = 1;
    };

    [[nodiscard]] const char *checkContainers(simdjson::dom::element root);
    [[nodiscard]] const char *checkObject(simdjson::dom::object object, int depth);
    [[nodiscard]] bool enqueue(simdjson::dom::element value, int depth);

    int m_maxDepth;
    std::unique_ptr<simdjson::dom::parser> m_parser;
    std::vector<Container> m_pending;
    std::vector<std::string_view> m_keys;
};

} // namespace signalbox
