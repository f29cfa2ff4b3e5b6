// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/message/message_type.h"

#include "wire/message/json_members.h"

namespace signalbox {

QByteArrayView messageType(QByteArrayView json)
{
    static constexpr qsizetype MaxScanned = 4096;
    static constexpr qsizetype MaxType = 64;
    JsonMembers members(json.first(qMin(json.size(), MaxScanned)));
    while (members.next()) {
        if (members.key() != QByteArrayView("type"))
            continue;
        const QByteArrayView value = members.value();
        if (!value.startsWith('"') || value.contains('\\') || value.size() - 2 > MaxType)
            return {};
        return value.sliced(1, value.size() - 2);
    }
    return {};
}

} // namespace signalbox
