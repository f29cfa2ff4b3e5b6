// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/frame/utf8_validator.h"

#include <algorithm>

#include <simdjson.h>

namespace signalbox {

namespace {

bool isContinuation(uchar byte)
{
    return (byte & 0xc0U) == 0x80U;
}

/// Bytes of the code point that begins with this one; 1 also for bytes that begin none.
qsizetype lengthOf(uchar first)
{
    if (first < 0xc0 || first > 0xf7)
        return 1;
    if (first < 0xe0)
        return 2;
    return first < 0xf0 ? 3 : 4;
}

/// Bytes at the end of the text that begin a code point and do not complete it.
qsizetype begunAtEnd(QByteArrayView text)
{
    const qsizetype looked = std::min<qsizetype>(text.size(), 3);
    for (qsizetype size = 1; size <= looked; ++size) {
        const auto byte = static_cast<uchar>(text[text.size() - size]);
        if (!isContinuation(byte))
            return lengthOf(byte) > size ? size : 0;
    }
    return 0;
}

} // namespace

Utf8Validator::State Utf8Validator::afterFirst(uchar byte)
{
    if (byte < 0x80)
        return State::Between;
    if (byte < 0xc2 || byte > 0xf4) // 0xc0 and 0xc1 could only be overlong
        return State::Failed;
    if (byte < 0xe0)
        return State::OneMore;
    switch (byte) {
    case 0xe0:
        return State::AfterE0;
    case 0xed:
        return State::AfterEd;
    case 0xf0:
        return State::AfterF0;
    case 0xf4:
        return State::AfterF4;
    default:
        return byte < 0xf0 ? State::TwoMore : State::ThreeMore;
    }
}

Utf8Validator::State Utf8Validator::after(State state, uchar byte)
{
    if (state == State::Between)
        return afterFirst(byte);
    if (!isContinuation(byte))
        return State::Failed;
    switch (state) {
    case State::OneMore:
        return State::Between;
    case State::TwoMore:
        return State::OneMore;
    case State::ThreeMore:
        return State::TwoMore;
    case State::AfterE0:
        return byte >= 0xa0 ? State::OneMore : State::Failed;
    case State::AfterEd:
        return byte < 0xa0 ? State::OneMore : State::Failed;
    case State::AfterF0:
        return byte >= 0x90 ? State::TwoMore : State::Failed;
    case State::AfterF4:
        return byte < 0x90 ? State::TwoMore : State::Failed;
    case State::Between:
    case State::Failed:
        break;
    }
    return State::Failed;
}

bool Utf8Validator::feed(QByteArrayView piece)
{
    while (m_state != State::Between && m_state != State::Failed && !piece.isEmpty()) {
        m_state = after(m_state, static_cast<uchar>(piece.front()));
        piece = piece.sliced(1);
    }
    if (m_state != State::Between)
        return m_state != State::Failed;
    const qsizetype begun = begunAtEnd(piece);
    if (!isValidUtf8(piece.chopped(begun))) {
        m_state = State::Failed;
        return false;
    }
    for (const char byte : piece.last(begun))
        m_state = after(m_state, static_cast<uchar>(byte));
    return m_state != State::Failed;
}

bool isValidUtf8(QByteArrayView text)
{
    return text.isEmpty()
           || simdjson::validate_utf8(text.data(), static_cast<std::size_t>(text.size()));
}

} // namespace signalbox
