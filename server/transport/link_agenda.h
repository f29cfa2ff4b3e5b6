// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server_options.h"
#include "server/pulse/deadlines.h"
#include "server/transport/transport.h"

#include <QObject>

#include <span>
#include <vector>

namespace signalbox {

class WireLink;

/// What the links of a transport share: options, observer, a buffer to receive in, and what has to
/// be done for which of them at the end of the turn or when a time is up.
class LinkAgenda : public QObject
{
    Q_OBJECT

public:
    LinkAgenda(ServerOptions options, TransportObserver &observer, QObject *parent = nullptr);

    [[nodiscard]] const ServerOptions &options() const { return m_options; }
    void setOptions(const ServerOptions &options) { m_options = options; }
    [[nodiscard]] TransportObserver &observer() const { return m_observer; }
    /// For one read; FrameDecoder::PaddingBytes may be read behind it.
    [[nodiscard]] std::span<char> receiveBuffer();
    /// By the values of their ids.
    [[nodiscard]] Deadlines &deadlines() { return m_deadlines; }

    /// It has something to be sent.
    void addToFlush(WireLink &link);
    /// It has something to be told.
    void addToTell(WireLink &link);

    /// A turn of the observer, too; its end tells and flushes until nothing is left to be done.
    void beginTurn();
    void endTurn();
    /// Only flushes.
    void flush();

signals:
    /// The link has told its last.
    void finished(signalbox::WireLink &link);

private:
    void tell();
    void forgetFinished();
    void post();

    ServerOptions m_options;
    TransportObserver &m_observer;
    std::vector<char> m_buffer;
    Deadlines m_deadlines;
    std::vector<WireLink *> m_toFlush;
    std::vector<WireLink *> m_flushing; // its memory is used again
    std::vector<WireLink *> m_toTell;
    std::vector<WireLink *> m_finished;
    bool m_backwards = false; // the next flush of several
    bool m_inTurn = false;
    bool m_posted = false;
};

} // namespace signalbox
