// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/export/connection_directory.h"
#include "core/log/export/export_writer.h"

namespace signalbox {

/// JSON Lines: one object a record, with the names and words of a file of last messages. `time` is
/// ISO 8601 in UTC, `timestamp` the same in microseconds since the epoch. A payload is `text`, or
/// `base64` if it is binary or not UTF-8; `released`, `cut` and `redacted` say what is missing of
/// it. Where records were lost, the object is `{"kind":"lost","lost":12}`.
class JsonLinesWriter : public ExportWriter
{
public:
    /// `connections` must outlive the writer.
    JsonLinesWriter(const ExportRequest &request, const ConnectionDirectory &connections);

    void begin(QByteArray & /*out*/) override { }
    void append(QByteArray &out, const LogRecordView &record) override;
    void end(QByteArray & /*out*/) override { }

private:
    const ConnectionDirectory &m_connections;
    const bool m_hideSecrets;
};

} // namespace signalbox
