// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/door/channel_source.h"

#include "server/door/qt_source.h"

#ifdef Q_OS_LINUX
#include "server/door/epoll_source.h"
#endif

namespace signalbox {

std::unique_ptr<ChannelSource> makeNativeSource()
{
#ifdef Q_OS_LINUX
    return std::make_unique<EpollSource>();
#else
    return makeQtSource();
#endif
}

std::unique_ptr<ChannelSource> makeQtSource()
{
    return std::make_unique<QtSource>();
}

} // namespace signalbox
