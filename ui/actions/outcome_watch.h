// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server_command.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <utility>

namespace signalbox {

/// Calls `call(const Outcome &)` in the thread of `context` when a command has its outcome;
/// never after the end of `context`. (QFuture::then() of Qt 6.4 does not look whether its context
/// still lives.) A cancelled command's outcome is an error.
template <typename Outcome, typename Call>
void whenDone(const QFuture<Outcome> &future, QObject *context, Call call)
{
    auto *watcher = new QFutureWatcher<Outcome>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, call = std::move(call)] {
                         const auto done = watcher->future();
                         watcher->deleteLater();
                         call(done.resultCount() > 0
                                  ? done.result()
                                  : Outcome(Error{Error::Code::WrongState,
                                                  QObject::tr("It ended before that was done.")}));
                     });
    watcher->setFuture(future);
}

} // namespace signalbox
