// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/user_id.h"

namespace signalbox {

Result<UserIdView> UserIdView::parse(QByteArrayView utf8, qsizetype maxCodePoints)
{
    if (const auto checked = checkIdentityText(utf8, maxCodePoints); !checked)
        return checked.error();
    return UserIdView(utf8);
}

Result<UserId> UserId::parse(QStringView text, qsizetype maxCodePoints)
{
    return parse(QByteArrayView(text.toUtf8()), maxCodePoints);
}

Result<UserId> UserId::parse(QByteArrayView utf8, qsizetype maxCodePoints)
{
    const auto view = UserIdView::parse(utf8, maxCodePoints);
    if (!view)
        return view.error();
    return UserId(*view);
}

} // namespace signalbox
