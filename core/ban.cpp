// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ban.h"

namespace signalbox {

QString banSubjectText(const BanSubject &subject)
{
    return std::visit([](const auto &one) { return one.toString(); }, subject);
}

} // namespace signalbox
