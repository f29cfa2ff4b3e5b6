// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wire/channel/epoll_dispatcher.h"

#include <QCoreApplication>
#include <QTest>

#include <vector>

namespace signalbox::test {

/// Whether the calling thread has an EpollDispatcher.
inline bool hasEpollDispatcher()
{
    return qobject_cast<EpollDispatcher *>(QAbstractEventDispatcher::instance()) != nullptr;
}

/// main() of a test whose thread has an EpollDispatcher; with the argument `--qt-dispatcher` it has
/// Qt's own, which shows that the rules are Qt's.
template <typename Test>
int runWithDispatcher(int argc, char **argv)
{
    std::vector<char *> arguments(argv, argv + argc);
    const auto isSwitch = [](const char *text) { return qstrcmp(text, "--qt-dispatcher") == 0; };
    if (std::erase_if(arguments, isSwitch) == 0)
        QCoreApplication::setEventDispatcher(new EpollDispatcher); // the application deletes it
    auto count = static_cast<int>(arguments.size());
    arguments.push_back(nullptr);
    const QCoreApplication application(count, arguments.data());
    Test test;
    return QTest::qExec(&test, count, arguments.data());
}

} // namespace signalbox::test
