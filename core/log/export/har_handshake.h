// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/export/export_request.h"

namespace signalbox {

/// Appends the `request` and `response` of an entry in a HAR file.
class HarHandshake
{
public:
    HarHandshake(QByteArray serverUrl, bool hideSecrets);

    /// Of a handshake that was kept; secrets in its fields and its query hidden, if wanted.
    void append(QByteArray &out, const Handshake &handshake) const;
    /// Of one that was not: only where it went, as far as that is known.
    void appendUnknown(QByteArray &out, QByteArrayView path) const;
    /// Of one that got an HTTP error; `cause` is the body of the reply.
    void appendRefused(QByteArray &out, int status, QByteArrayView cause) const;

private:
    void appendRequest(QByteArray &out, QByteArrayView method, QByteArrayView url,
                       const HeaderFields &fields, QByteArrayView query) const;
    void appendResponse(QByteArray &out, int status, QByteArrayView statusText,
                        const HeaderFields &fields, QByteArrayView body) const;
    void appendFields(QByteArray &out, const HeaderFields &fields) const;
    void appendQuery(QByteArray &out, QByteArrayView query) const;
    [[nodiscard]] QByteArray urlOf(const Handshake &handshake) const;
    [[nodiscard]] QByteArray urlQuery(QByteArrayView query) const;

    QByteArray m_scheme; ///< `ws` or `wss`
    QByteArray m_authority; ///< host and port
    bool m_hideSecrets;
};

} // namespace signalbox
