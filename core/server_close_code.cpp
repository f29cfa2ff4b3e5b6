// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server_close_code.h"

#include "core/close_reason.h"

#include <algorithm>
#include <array>

namespace signalbox {

bool isServerCloseCode(quint16 code)
{
    using namespace close_reason;
    static constexpr std::array NeverSent{UnsupportedData.code, MandatoryExtension.code,
                                          TryAgainLater.code};
    return isSendableCloseCode(code) && std::ranges::find(NeverSent, code) == NeverSent.end();
}

} // namespace signalbox
