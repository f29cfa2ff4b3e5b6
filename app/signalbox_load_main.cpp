// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"
#include "app/load_application.h"
#include "wire/channel/epoll_dispatcher.h"

#include <QCoreApplication>

int main(int argc, char *argv[])
{
    using namespace signalbox;
    // It sleeps on the sockets themselves. The application deletes it.
    QCoreApplication::setEventDispatcher(new EpollDispatcher);
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("signalbox-load"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SIGNALBOX_VERSION));
    return LoadApplication::execute(parseLoadCommandLine(commandLineArguments(argc, argv)));
}
