// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/export/export_writer.h"

#include "core/log/export/csv_writer.h"
#include "core/log/export/har_writer.h"
#include "core/log/export/json_lines_writer.h"

namespace signalbox {

ExportWriter::~ExportWriter() = default;

std::unique_ptr<ExportWriter> exportWriter(const ExportRequest &request,
                                           const ConnectionDirectory &connections)
{
    switch (request.format) {
    case ExportFormat::Csv:
        return std::make_unique<CsvWriter>(request, connections);
    case ExportFormat::Har:
        return std::make_unique<HarWriter>(request, connections);
    case ExportFormat::JsonLines:
        break;
    }
    return std::make_unique<JsonLinesWriter>(request, connections);
}

} // namespace signalbox
