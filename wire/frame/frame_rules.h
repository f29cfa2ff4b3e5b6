// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wire/frame/frame_fault.h"
#include "wire/frame/frame_header.h"
#include "wire/frame/frame_limits.h"

namespace signalbox {

/// Which end of the connection decodes: a server's peer must mask its frames, a client's must not.
enum class FrameRole : quint8 { Server, Client };

/// Which frame may come next, by its header (RFC 6455 sections 5.2 to 5.5). Each check looks at
/// what the ones before it have not seen.
class FrameRules
{
public:
    /// RSV1 in FrameHeader::rsv.
    static constexpr quint8 Rsv1 = 4;
    /// Up to here the length stands in the second byte itself, and a control frame may be so long.
    static constexpr uchar LongestShort = 125;
    /// Two bytes of length follow.
    static constexpr uchar MediumLength = 126;

    explicit FrameRules(FrameRole role, const FrameLimits &limits);

    void setLimits(const FrameLimits &limits) { m_limits = limits; }
    void setRsv1Allowed(bool allowed) { m_rsv1Allowed = allowed; }

    [[nodiscard]] FrameFault checkFirstByte(FrameHeader header) const;
    /// `lengthCode` is the byte without the mask bit.
    [[nodiscard]] FrameFault checkSecondByte(FrameHeader header, uchar lengthCode) const;
    /// Of a data frame whose length is between `least` and `most`; `before`: bytes of its message
    /// that came in earlier frames.
    [[nodiscard]] FrameFault checkLength(uchar lengthCode, quint64 least, quint64 most,
                                         qsizetype before) const;

    /// The next frame is this one, which has passed the checks.
    void begin(FrameHeader header);
    void finishMessage() { m_fragments = m_emptyFragments = 0; }
    /// Whether a message has begun that the next data frame must continue.
    [[nodiscard]] bool isMessageFragmented() const { return m_fragments > 0; }

private:
    FrameLimits m_limits;
    qint64 m_fragments = 0; // that have begun, of a message that is not complete
    qint64 m_emptyFragments = 0; // among them
    FrameRole m_role;
    bool m_rsv1Allowed = false;
};

} // namespace signalbox
