// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ban.h"
#include "core/close_reason.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QTimer>

#include <map>

namespace signalbox {

/// How a ban ends a connection: 4001 with the operator's reason.
CloseInfo banClose(const QString &reason);

/// Who is kept out, by user or by address, until when and why; a ban ends by the clock.
class BanList : public QObject
{
    Q_OBJECT

public:
    explicit BanList(QObject *parent = nullptr);

    /// All of `subjects` or none. `now` in milliseconds since the epoch. Errors: InvalidArgument
    /// (no subject, or `until` is over), OutOfRange (the reason, over MaxBans).
    Result<void> add(const QList<BanSubject> &subjects, qint64 until, const QString &reason,
                     qint64 now);
    /// Replaces all; what is over or beyond MaxBans is left out.
    void restore(const QList<Ban> &bans, qint64 now);
    /// Error: NotFound if none of them is there.
    Result<void> lift(const QList<BanId> &ids);

    [[nodiscard]] bool isEmpty() const { return m_bans.empty(); }
    /// In the order in which they were set.
    [[nodiscard]] QList<Ban> bans() const;

    /// The ban of a peer's address, as Handshake::peerAddress has it, or null. Valid until the list
    /// changes.
    [[nodiscard]] const Ban *ofAddress(const QString &address, qint64 now) const;
    [[nodiscard]] const Ban *ofUser(UserIdView user, qint64 now) const;

signals:
    void changed();

private:
    void insert(Ban ban);
    void remove(quint64 id);
    [[nodiscard]] quint64 idOf(const BanSubject &subject) const;
    [[nodiscard]] const Ban *inForce(quint64 id, qint64 now) const;
    void endThoseThatAreOver();
    void startTimer();

    std::map<quint64, Ban> m_bans;
    QHash<QByteArray, quint64> m_users;
    std::map<int, QHash<AddressRange, quint64>> m_networks; // by their prefix
    quint64 m_lastId = 0;
    QTimer m_timer;
};

} // namespace signalbox
