// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>

#include <optional>
#include <utility>
#include <vector>

namespace signalbox {

/// A map that keeps the order of insertion; finding, inserting and taking cost O(1) on average.
template <typename Key, typename Value>
class InsertionOrderedMap
{
public:
    [[nodiscard]] qsizetype size() const { return m_places.size(); }
    [[nodiscard]] bool isEmpty() const { return m_places.isEmpty(); }
    [[nodiscard]] bool contains(const Key &key) const { return m_places.contains(key); }

    /// Null if the key is not there; valid until the next change.
    [[nodiscard]] const Value *find(const Key &key) const
    {
        const auto place = m_places.constFind(key);
        return place == m_places.constEnd() ? nullptr : &*m_cells[*place].value;
    }

    /// Appends; false, and nothing changes, if the key is there.
    bool insert(const Key &key, Value value)
    {
        if (contains(key))
            return false;
        m_places.insert(key, m_cells.size());
        m_cells.push_back({key, std::move(value)});
        return true;
    }

    std::optional<Value> take(const Key &key)
    {
        const auto place = m_places.constFind(key);
        if (place == m_places.constEnd())
            return std::nullopt;
        auto value = std::exchange(m_cells[*place].value, std::nullopt);
        m_places.erase(place);
        compact();
        return value;
    }

    /// Calls `visit(key, value)` in the order of insertion until it returns false.
    template <typename Visit>
    void visitWhile(Visit visit) const
    {
        for (const auto &cell : m_cells) {
            if (cell.value && !visit(cell.key, *cell.value))
                return;
        }
    }

    /// In the order of insertion.
    [[nodiscard]] QList<Key> keys() const
    {
        QList<Key> keys;
        keys.reserve(size());
        visitWhile([&keys](const Key &key, const Value & /*value*/) {
            keys.append(key);
            return true;
        });
        return keys;
    }

private:
    struct Cell
    {
        Key key;
        std::optional<Value> value; ///< none: taken
    };
    static constexpr std::size_t SlackCells = 16;

    // Taken cells stay as gaps until they are the majority: that makes taking O(1) on average.
    void compact()
    {
        const auto live = static_cast<std::size_t>(m_places.size());
        if (m_cells.size() <= 2 * live + SlackCells)
            return;
        std::vector<Cell> cells;
        cells.reserve(live);
        for (auto &cell : m_cells) {
            if (!cell.value)
                continue;
            m_places[cell.key] = cells.size();
            cells.push_back(std::move(cell));
        }
        m_cells = std::move(cells);
    }

    std::vector<Cell> m_cells;
    QHash<Key, std::size_t> m_places;
};

} // namespace signalbox
