// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/export/connection_directory.h"
#include "core/log/export/export_writer.h"

namespace signalbox {

/// CSV in UTF-8 as RFC 4180 has it: a line of names, then one a record, each ended by CR LF. Texts
/// stand in quotes and cannot be formulas (see appendCsvText()); names are escaped as the console
/// shows them. `encoding` says whether the payload is `text` or `base64`: bytes of a binary
/// message, or such as are not UTF-8 or no text of a table (control characters). `note` says what
/// is missing of it: `released`, `cut`, `redacted`. Where records were lost the kind is `lost` and
/// `lost` says how many.
class CsvWriter : public ExportWriter
{
public:
    /// `connections` must outlive the writer.
    CsvWriter(const ExportRequest &request, const ConnectionDirectory &connections);

    void begin(QByteArray &out) override;
    void append(QByteArray &out, const LogRecordView &record) override;
    void end(QByteArray & /*out*/) override { }

private:
    const ConnectionDirectory &m_connections;
    const bool m_hideSecrets;
};

} // namespace signalbox
