// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection_id.h"

#include <bit>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace signalbox {

/// Values by the id of their connection: finding, inserting and taking cost O(1), and nearly always
/// one look. Ids count up: a few that follow each other stay together, because whoever walks over a
/// room meets them so, and a golden section spreads such groups evenly, whichever of them stay.
template <typename Value>
class ConnectionMap
{
public:
    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_size); }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    [[nodiscard]] bool contains(ConnectionId id) const { return find(id) != nullptr; }

    /// Null if the id is not there; valid until the next change.
    [[nodiscard]] Value *find(ConnectionId id)
    {
        return const_cast<Value *>(std::as_const(*this).find(id)); // the cells are not const here
    }
    [[nodiscard]] const Value *find(ConnectionId id) const
    {
        const Cell &cell = m_cells[placeFor(id)];
        return cell.id == id && id.isValid() ? &cell.value : nullptr;
    }

    /// Replaces what was there. The id is valid; the reference is so until the next change.
    Value &insert(ConnectionId id, Value value)
    {
        Cell *cell = &m_cells[placeFor(id)];
        if (cell->id != id) {
            if (2 * (m_size + 1) > m_cells.size()) {
                rehash(2 * m_cells.size());
                cell = &m_cells[placeFor(id)];
            }
            cell->id = id;
            ++m_size;
        }
        cell->value = std::move(value);
        return cell->value;
    }

    std::optional<Value> take(ConnectionId id)
    {
        const std::size_t place = placeFor(id);
        if (m_cells[place].id != id || !id.isValid())
            return std::nullopt;
        std::optional<Value> value(std::move(m_cells[place].value));
        closeGap(place);
        --m_size;
        if (m_cells.size() > FewestCells && 8 * m_size < m_cells.size())
            rehash(m_cells.size() / 2);
        return value;
    }

    /// Calls `visit(id, value)` for each, in no order.
    template <typename Visit>
    void visit(Visit visit) const
    {
        for (const Cell &cell : m_cells) {
            if (cell.id.isValid())
                visit(cell.id, cell.value);
        }
    }

private:
    struct Cell
    {
        ConnectionId id; ///< not valid: the cell is free
        Value value{};
    };
    static constexpr std::size_t FewestCells = 16;
    static constexpr int GroupBits = 3;
    static constexpr quint64 GroupSize = 1U << GroupBits;

    [[nodiscard]] std::size_t mask() const { return m_cells.size() - 1; }
    [[nodiscard]] std::size_t homeOf(ConnectionId id) const
    {
        static constexpr quint64 GoldenSection = 0x9e37'79b9'7f4a'7c15; // of 2^64
        const quint64 group = ((id.value >> GroupBits) * GoldenSection) >> (m_shift + GroupBits);
        return static_cast<std::size_t>(group << GroupBits | (id.value & (GroupSize - 1)));
    }
    /// Where the id is, or would be.
    [[nodiscard]] std::size_t placeFor(ConnectionId id) const
    {
        std::size_t place = homeOf(id);
        while (m_cells[place].id.isValid() && m_cells[place].id != id)
            place = (place + 1) & mask();
        return place;
    }

    /// Frees a cell; what lies behind it moves up, or it would not be found any more.
    void closeGap(std::size_t gap)
    {
        for (std::size_t next = (gap + 1) & mask(); m_cells[next].id.isValid();
             next = (next + 1) & mask()) {
            const std::size_t distance = (next - homeOf(m_cells[next].id)) & mask();
            if (distance < ((next - gap) & mask()))
                continue;
            m_cells[gap] = std::move(m_cells[next]);
            gap = next;
        }
        m_cells[gap] = Cell{};
    }

    void rehash(std::size_t cells)
    {
        auto before = std::exchange(m_cells, std::vector<Cell>(cells));
        m_shift = shiftFor(cells);
        for (Cell &cell : before) {
            if (cell.id.isValid())
                m_cells[placeFor(cell.id)] = std::move(cell);
        }
    }

    static constexpr int shiftFor(std::size_t cells) { return 64 - std::countr_zero(cells); }

    std::vector<Cell> m_cells = std::vector<Cell>(FewestCells); // a power of two, half of it free
    std::size_t m_size = 0;
    int m_shift = shiftFor(FewestCells);
};

} // namespace signalbox
