// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window_system.h"

#include "app/command_line_reply.h"

#include <QCoreApplication>

#include <cstdlib>

namespace signalbox {

namespace {

QtMessageHandler formerHandler = nullptr;

/// Qt has no other way to say that it found no window system than a fatal message.
void handleMessage(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if (type == QtFatalMsg) {
        complain(Program::Console,
                 QCoreApplication::translate(
                     "WindowSystem",
                     "no window can be opened here: use signalboxd, which needs none, or set "
                     "DISPLAY or QT_QPA_PLATFORM"));
        std::_Exit(UsageExitCode);
    }
    const bool isAboutPlatform =
        QByteArrayView(context.category).startsWith(QByteArrayView("qt.qpa"));
    if (!isAboutPlatform)
        formerHandler(type, context, text);
}

} // namespace

std::unique_ptr<QApplication> makeApplication(int &argc, char **argv)
{
    formerHandler = qInstallMessageHandler(handleMessage);
    auto application = std::make_unique<QApplication>(argc, argv);
    qInstallMessageHandler(formerHandler);
    return application;
}

} // namespace signalbox
