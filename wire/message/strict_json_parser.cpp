// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/message/strict_json_parser.h"

#include <algorithm>

namespace signalbox {

namespace dom = simdjson::dom;

namespace {

constexpr std::size_t MaxKeptBytes = std::size_t{256} * 1024;

bool hasDuplicates(std::vector<std::string_view> &keys)
{
    static constexpr std::size_t FewKeys = 8;
    if (keys.size() <= FewKeys) {
        for (auto key = keys.cbegin(); key != keys.cend(); ++key) {
            if (std::find(keys.cbegin(), key, *key) != key)
                return true;
        }
        return false;
    }
    // By length first: long common beginnings are then rarely compared.
    std::ranges::sort(keys, [](std::string_view a, std::string_view b) {
        return a.size() != b.size() ? a.size() < b.size() : a < b;
    });
    return std::ranges::adjacent_find(keys) != keys.end();
}

} // namespace

StrictJsonParser::StrictJsonParser(int maxDepth)
    : m_maxDepth(maxDepth)
{ }

std::variant<dom::element, const char *> StrictJsonParser::parse(QByteArrayView json, bool isPadded)
{
    if (json.isEmpty())
        return simdjson::error_message(simdjson::EMPTY);
    const auto size = static_cast<std::size_t>(json.size());
    if (!m_parser) {
        m_parser = std::make_unique<dom::parser>();
        // simdjson counts the values inside the last container as one more level.
        const auto levels = static_cast<std::size_t>(m_maxDepth) + 1;
        if (const auto failed = m_parser->allocate(size, levels))
            return simdjson::error_message(failed);
    }
    dom::element root;
    if (const auto failed = m_parser->parse(json.data(), size, !isPadded).get(root))
        return simdjson::error_message(failed);
    if (const char *refusal = checkContainers(root))
        return refusal;
    return root;
}

void StrictJsonParser::trim()
{
    if (!m_parser || m_parser->capacity() <= MaxKeptBytes)
        return;
    m_parser.reset();
    m_pending = {};
    m_keys = {};
}

bool StrictJsonParser::enqueue(dom::element value, int depth)
{
    if (!value.is_object() && !value.is_array())
        return true;
    if (depth > m_maxDepth)
        return false;
    m_pending.push_back({value, depth});
    return true;
}

const char *StrictJsonParser::checkObject(dom::object object, int depth)
{
    m_keys.clear();
    for (const auto [key, value] : object) {
        m_keys.push_back(key);
        if (!enqueue(value, depth + 1))
            return simdjson::error_message(simdjson::DEPTH_ERROR);
    }
    return hasDuplicates(m_keys) ? "An object has the same key twice." : nullptr;
}

const char *StrictJsonParser::checkContainers(dom::element root)
{
    m_pending.clear();
    if (!enqueue(root, 1))
        return simdjson::error_message(simdjson::DEPTH_ERROR);
    while (!m_pending.empty()) {
        const auto [element, depth] = m_pending.back();
        m_pending.pop_back();
        dom::object object;
        if (element.get_object().get(object) == simdjson::SUCCESS) {
            if (const char *refusal = checkObject(object, depth))
                return refusal;
            continue;
        }
        dom::array array;
        if (element.get_array().get(array) != simdjson::SUCCESS)
            continue;
        for (const dom::element value : array) {
            if (!enqueue(value, depth + 1))
                return simdjson::error_message(simdjson::DEPTH_ERROR);
        }
    }
    return nullptr;
}

} // namespace signalbox
