// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QHashFunctions>
#include <QString>

#include <array>

namespace signalbox {

/// One address or a network of them, IPv4 or IPv6. An IPv4 address that is mapped into IPv6
/// (`::ffff:192.0.2.1`) is that IPv4 address.
class AddressRange
{
public:
    /// In the order of the network; IPv4 is mapped.
    using Bytes = std::array<quint8, 16>;

    AddressRange() = default;

    /// Reads `192.0.2.1`, `192.0.2.0/24`, `2001:db8::1`, `2001:db8::/32`; a zone (`fe80::1%eth0`)
    /// is left out, and so are the bits behind the prefix. Error: Parse.
    static Result<AddressRange> parse(QStringView text);

    [[nodiscard]] const Bytes &bytes() const { return m_bytes; }
    /// Bits that all members share, of 128; 96 more than is written for IPv4.
    [[nodiscard]] int prefix() const { return m_prefix; }
    [[nodiscard]] bool isIPv4() const;
    [[nodiscard]] bool isSingle() const { return m_prefix == AllBits; }
    /// Whether every member of `other` is one of this; a network of IPv6 holds no IPv4.
    [[nodiscard]] bool contains(const AddressRange &other) const;
    /// The network with that prefix around it; at most its own.
    [[nodiscard]] AddressRange network(int prefix) const;

    /// As RFC 5952 writes it: `192.0.2.0/24`, `2001:db8::/32`, a single address without a prefix.
    [[nodiscard]] QString toString() const;

    friend bool operator==(const AddressRange &, const AddressRange &) = default;
    friend size_t qHash(const AddressRange &range, size_t seed = 0) noexcept
    {
        return qHashBits(range.m_bytes.data(), range.m_bytes.size(), seed)
               ^ static_cast<size_t>(range.m_prefix);
    }

private:
    static constexpr int AllBits = 128;

    Bytes m_bytes{};
    int m_prefix = AllBits;
};

} // namespace signalbox
