// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/address_range.h"

#include <QCoreApplication>
#include <QList>

#include <algorithm>
#include <optional>

namespace signalbox {

namespace {

constexpr int MappedBits = 96; // of an IPv4 address in IPv6
constexpr int Groups = 8;

QString tr(const char *text)
{
    return QCoreApplication::translate("signalbox::AddressRange", text);
}

/// Digits of this base only, no sign, at most `most`.
std::optional<int> number(QStringView text, int base, int most)
{
    const bool plain = std::ranges::all_of(text, [base](QChar c) {
        const bool digit = c >= u'0' && c <= u'9';
        const QChar lower = c.toLower();
        return digit || (base == 16 && lower >= u'a' && lower <= u'f');
    });
    bool ok = false;
    const int value = text.toInt(&ok, base);
    if (!plain || !ok || value > most)
        return std::nullopt;
    return value;
}

std::optional<quint32> ipv4(QStringView text)
{
    const auto parts = text.split(u'.');
    if (parts.size() != 4)
        return std::nullopt;
    quint32 address = 0;
    for (const QStringView part : parts) {
        const auto value = number(part, 10, 255);
        // A leading zero means octal to some and decimal to others.
        if (!value || part.size() > 3 || (part.size() > 1 && part.startsWith(u'0')))
            return std::nullopt;
        address = address << 8U | static_cast<quint32>(*value);
    }
    return address;
}

/// The 16-bit groups of a part without `::`; the last one of an address may end in IPv4.
std::optional<QList<quint16>> groupsOf(QStringView text, bool isLast)
{
    QList<quint16> groups;
    if (text.isEmpty())
        return groups;
    const auto parts = text.split(u':');
    for (const QStringView part : parts) {
        if (isLast && part.contains(u'.') && part.end() == text.end()) {
            const auto tail = ipv4(part);
            if (!tail)
                return std::nullopt;
            groups << static_cast<quint16>(*tail >> 16U) << static_cast<quint16>(*tail & 0xffffU);
            continue;
        }
        const auto value = number(part, 16, 0xffff);
        if (!value || part.size() > 4)
            return std::nullopt;
        groups << static_cast<quint16>(*value);
    }
    return groups;
}

std::optional<AddressRange::Bytes> bytesOf(QStringView text)
{
    AddressRange::Bytes bytes{};
    const auto put = [&bytes](qsizetype group, quint16 value) {
        bytes.at(static_cast<std::size_t>(2 * group)) = static_cast<quint8>(value >> 8U);
        bytes.at(static_cast<std::size_t>(2 * group + 1)) = static_cast<quint8>(value & 0xffU);
    };
    if (const auto plain = ipv4(text)) {
        put(5, 0xffff);
        put(6, static_cast<quint16>(*plain >> 16U));
        put(7, static_cast<quint16>(*plain & 0xffffU));
        return bytes;
    }
    const qsizetype gap = text.indexOf(u"::");
    const auto head = groupsOf(gap < 0 ? text : text.first(gap), gap < 0);
    const auto tail = groupsOf(gap < 0 ? QStringView() : text.sliced(gap + 2), true);
    if (!head || !tail || !text.contains(u':'))
        return std::nullopt;
    const qsizetype given = head->size() + tail->size();
    if (gap < 0 ? given != Groups : given >= Groups)
        return std::nullopt;
    for (qsizetype i = 0; i < head->size(); ++i)
        put(i, head->at(i));
    for (qsizetype i = 0; i < tail->size(); ++i)
        put(Groups - tail->size() + i, tail->at(i));
    return bytes;
}

/// The longest row of at least two zero groups, as `::`.
QString ipv6Text(AddressRange::Bytes bytes)
{
    QList<quint16> groups;
    for (std::size_t i = 0; i < bytes.size(); i += 2)
        groups << static_cast<quint16>(bytes.at(i) << 8U | bytes.at(i + 1));
    qsizetype start = -1;
    qsizetype length = 1;
    for (qsizetype i = 0; i < Groups; ++i) {
        qsizetype end = i;
        while (end < Groups && groups.at(end) == 0)
            ++end;
        if (end - i > length) {
            start = i;
            length = end - i;
        }
    }
    QString text;
    for (qsizetype i = 0; i < Groups; ++i) {
        if (i == start) {
            text += QLatin1StringView("::");
            i += length - 1;
            continue;
        }
        if (!text.isEmpty() && !text.endsWith(u':'))
            text += u':';
        text += QString::number(groups.at(i), 16);
    }
    return text;
}

} // namespace

Result<AddressRange> AddressRange::parse(QStringView text)
{
    text = text.trimmed();
    const qsizetype slash = text.indexOf(u'/');
    QStringView address = slash < 0 ? text : text.first(slash);
    if (const qsizetype zone = address.indexOf(u'%'); zone > 0 && address.contains(u':'))
        address = address.first(zone);
    const auto bytes = bytesOf(address);
    if (!bytes)
        return Error{Error::Code::Parse,
                     tr("“%1” is not an address or a range like 192.0.2.0/24").arg(text)};
    AddressRange range;
    range.m_bytes = *bytes;
    if (slash < 0)
        return range;
    // Who writes IPv4 in dots counts its own 32 bits, also where they are mapped.
    const bool mapped = range.isIPv4();
    const int most = mapped && !address.contains(u':') ? AllBits - MappedBits : AllBits;
    const auto prefix = number(text.sliced(slash + 1), 10, most);
    if (!prefix)
        return Error{Error::Code::Parse,
                     tr("The prefix behind the / is a number from 0 to %1").arg(most)};
    return range.network(most == AllBits ? *prefix : *prefix + MappedBits);
}

bool AddressRange::isIPv4() const
{
    static constexpr std::array<quint8, 12> Mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
    return m_prefix >= MappedBits && std::equal(Mapped.begin(), Mapped.end(), m_bytes.begin());
}

bool AddressRange::contains(const AddressRange &other) const
{
    return other.m_prefix >= m_prefix && other.isIPv4() == isIPv4()
           && other.network(m_prefix).m_bytes == m_bytes;
}

AddressRange AddressRange::network(int prefix) const
{
    AddressRange range = *this;
    range.m_prefix = std::min(prefix, m_prefix);
    for (int bit = range.m_prefix; bit < AllBits;) {
        auto &byte = range.m_bytes.at(static_cast<std::size_t>(bit / 8));
        byte = static_cast<quint8>(byte & ~(0xffU >> static_cast<unsigned>(bit % 8)));
        bit += 8 - bit % 8;
    }
    return range;
}

QString AddressRange::toString() const
{
    const bool dotted = isIPv4();
    QString text;
    if (dotted) {
        for (std::size_t i = 12; i < m_bytes.size(); ++i)
            text += (i > 12 ? QStringLiteral(".") : QString()) + QString::number(m_bytes.at(i));
    } else {
        text = ipv6Text(m_bytes);
    }
    if (!isSingle())
        text += u'/' + QString::number(dotted ? m_prefix - MappedBits : m_prefix);
    return text;
}

} // namespace signalbox
