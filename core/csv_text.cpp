// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/csv_text.h"

namespace signalbox {

void appendCsvText(QByteArray &out, QByteArrayView utf8)
{
    out += '"';
    if (!utf8.isEmpty() && QByteArrayView("=+-@'\t\r\n").contains(utf8.front()))
        out += '\'';
    for (qsizetype begin = 0; begin < utf8.size();) {
        const qsizetype quote = utf8.indexOf('"', begin);
        const qsizetype end = quote < 0 ? utf8.size() : quote + 1;
        out.append(utf8.sliced(begin, end - begin));
        if (quote >= 0)
            out += '"';
        begin = end;
    }
    out += '"';
}

} // namespace signalbox
