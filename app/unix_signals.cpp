// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/unix_signals.h"

#include <atomic>
#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace signalbox {

namespace {

constexpr std::array Handled{SIGTERM, SIGINT};

// A handler may touch nothing else: one byte into the pipe is all it does.
std::atomic<int> writeEnd{-1};
static_assert(std::atomic<int>::is_always_lock_free);

void handleSignal(int /*number*/)
{
    const int savedErrno = errno;
    const char byte = 1;
    // A full pipe is as good: the signals in it are not read yet.
    [[maybe_unused]] const auto written = ::write(writeEnd.load(), &byte, 1);
    errno = savedErrno;
}

std::array<int, 2> makePipe()
{
    std::array<int, 2> ends{-1, -1};
    if (::pipe2(ends.data(), O_NONBLOCK | O_CLOEXEC) != 0)
        qFatal("No descriptors are left for a pipe");
    return ends;
}

void install(void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    for (const int number : Handled)
        ::sigaction(number, &action, nullptr);
}

} // namespace

UnixSignals::UnixSignals(QObject *parent)
    : QObject(parent)
    , m_pipe(makePipe())
    , m_notifier(m_pipe[0], QSocketNotifier::Read, this)
{
    connect(&m_notifier, &QSocketNotifier::activated, this, &UnixSignals::readPipe);
    writeEnd = m_pipe[1];
    install(handleSignal);
}

UnixSignals::~UnixSignals()
{
    install(SIG_DFL);
    writeEnd = -1;
    m_notifier.setEnabled(false);
    for (const int end : m_pipe)
        ::close(end);
}

void UnixSignals::readPipe()
{
    char byte = 0;
    while (::read(m_pipe[0], &byte, 1) == 1)
        emit stopRequested();
}

} // namespace signalbox
