// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/room_name.h"

namespace signalbox {

Result<RoomNameView> RoomNameView::parse(QByteArrayView utf8, qsizetype maxCodePoints)
{
    if (const auto checked = checkIdentityText(utf8, maxCodePoints); !checked)
        return checked.error();
    return RoomNameView(utf8);
}

Result<RoomName> RoomName::parse(QStringView text, qsizetype maxCodePoints)
{
    return parse(QByteArrayView(text.toUtf8()), maxCodePoints);
}

Result<RoomName> RoomName::parse(QByteArrayView utf8, qsizetype maxCodePoints)
{
    const auto view = RoomNameView::parse(utf8, maxCodePoints);
    if (!view)
        return view.error();
    return RoomName(*view);
}

} // namespace signalbox
