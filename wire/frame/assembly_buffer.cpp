// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/frame/assembly_buffer.h"

#include <algorithm>
#include <cstring>

namespace signalbox {

namespace {

/// So much is reserved for an announcement alone.
constexpr qsizetype TrustedBytes = qsizetype{64} * 1024;
/// Room that is worth a call of read().
constexpr qsizetype WorthReading = qsizetype{16} * 1024;

} // namespace

QByteArrayView AssemblyBuffer::last(qsizetype size)
{
    reserve(m_bytes.size(), 0);
    std::memset(m_bytes.data() + m_bytes.size(), 0, PaddingBytes);
    return QByteArrayView(m_bytes).last(size);
}

char *AssemblyBuffer::extend(qsizetype size, qsizetype announced)
{
    const qsizetype before = m_bytes.size();
    reserve(before + size, before + announced);
    m_bytes.resize(before + size); // does not touch what room() gave
    return m_bytes.data() + before;
}

std::span<char> AssemblyBuffer::room(qsizetype announced)
{
    const qsizetype size = m_bytes.size();
    reserve(size + std::min(announced, WorthReading), size + announced);
    const qsizetype free = std::min(announced, capacity() - size);
    return {m_bytes.data() + size, static_cast<std::size_t>(free)};
}

void AssemblyBuffer::chop(qsizetype size)
{
    m_bytes.chop(size);
    if (m_bytes.isEmpty())
        clear();
}

qsizetype AssemblyBuffer::capacity() const
{
    return m_bytes.capacity() - PaddingBytes;
}

void AssemblyBuffer::reserve(qsizetype size, qsizetype announced)
{
    if (size > capacity())
        m_bytes.reserve(PaddingBytes
                        + std::max(size, std::min(announced, std::max(2 * size, TrustedBytes))));
}

} // namespace signalbox
