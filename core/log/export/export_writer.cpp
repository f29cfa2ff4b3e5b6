// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/export/export_writer.h"

#include "core/log/export/csv_writer.h"
#include "core/log/export/har_writer.h"
#include "core/log/export/json_lines_writer.h"

namespace signalbox {

ExportWriter::~ExportWriter() = default;

std::unique_ptr<ExportWriter> exportWriter(const ExportRequest &request)
{
    switch (request.format) {
    case ExportFormat::Csv:
        return std::make_unique<CsvWriter>(request);
    case ExportFormat::Har:
        return std::make_unique<HarWriter>(request);
    case ExportFormat::JsonLines:
        break;
    }
    return std::make_unique<JsonLinesWriter>(request);
}

} // namespace signalbox
