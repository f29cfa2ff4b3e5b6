// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QHashFunctions>

#include <array>
#include <limits>

namespace signalbox {

/// Names (UserId, RoomName) that were met before: one that comes again shares its memory, and is
/// neither checked nor copied anew. For texts that were such names once; holds a bounded number.
template <typename Name>
class KnownNames
{
public:
    /// The empty name if the text is none.
    const Name &of(QByteArrayView text)
    {
        Name &slot = m_slots.at(qHash(text) % Slots);
        if (slot.utf8() != text)
            slot = named(text);
        return slot;
    }

private:
    static Name named(QByteArrayView text)
    {
        if (text.isEmpty())
            return {};
        const auto parsed = Name::parse(text, std::numeric_limits<quint16>::max());
        return parsed ? *parsed : Name();
    }

    static constexpr size_t Slots = 512;
    std::array<Name, Slots> m_slots;
};

} // namespace signalbox
