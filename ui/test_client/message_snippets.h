// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace signalbox {

/// A message to start from.
struct MessageSnippet
{
    QString title; ///< the message's `type`
    QString text;
};

/// One for each message that the rooms endpoint understands, and one for `/ack`.
QList<MessageSnippet> messageSnippets();

} // namespace signalbox
