// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/load/repeated_frame.h"

#include "client/load/load_mask.h"
#include "wire/frame/frame_encoder.h"

#include <algorithm>

namespace signalbox {

RepeatedFrame::RepeatedFrame(Opcode opcode, QByteArrayView payload, qsizetype together)
{
    const QByteArray frame = encodeMaskedFrame(opcode, payload, LoadMaskKey);
    m_size = frame.size();
    m_repetitions =
        std::clamp(MaxRepeatedBytes / m_size, qsizetype(1), std::max(together, qsizetype(1)));
    m_bytes = frame.repeated(m_repetitions);
}

} // namespace signalbox
