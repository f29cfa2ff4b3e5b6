// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/channel/descriptor_limit.h"

#include <limits>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

namespace signalbox {

qint64 raiseDescriptorLimit()
{
    constexpr auto Unlimited = std::numeric_limits<qint64>::max();
#ifdef Q_OS_UNIX
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return Unlimited;
    if (limit.rlim_cur < limit.rlim_max) {
        rlimit raised = limit;
        raised.rlim_cur = limit.rlim_max;
        if (setrlimit(RLIMIT_NOFILE, &raised) == 0)
            limit = raised;
    }
    if (limit.rlim_cur == RLIM_INFINITY || limit.rlim_cur > static_cast<rlim_t>(Unlimited))
        return Unlimited;
    return static_cast<qint64>(limit.rlim_cur);
#else
    return Unlimited;
#endif
}

} // namespace signalbox
