// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/export/export_request.h"

#include <memory>
#include <utility>
#include <vector>

namespace signalbox {

/// Which entry of a HAR file a record belongs to: that of its connection; of a publication, which
/// the log has once however many received it, that of its room or of all; of a refused handshake
/// its own. The names are those of the record.
struct HarConversation
{
    enum class Kind : quint8 { None, Connection, Room, Everybody, Refusal };

    Kind kind = Kind::None; ///< None: records were lost
    ConnectionId connection;
    QByteArrayView room;
};

HarConversation harConversation(const LogRecordView &record);

/// Puts the positions of a request into the order in which a HAR file has them: entry by entry,
/// those first whose first record is, and in each its messages before its events. It goes twice
/// through the records, a portion at a time.
class HarArrangement
{
public:
    static constexpr qsizetype Passes = 2;

    /// The request must outlive it.
    explicit HarArrangement(const ExportRequest &request);
    ~HarArrangement();
    Q_DISABLE_COPY_MOVE(HarArrangement)

    /// Goes over a few more records, `most` at most; how many they were. None: it is done.
    qsizetype arrangeSome(qsizetype most);
    /// When it is done.
    [[nodiscard]] QList<quint64> takePositions() { return std::exchange(m_arranged, {}); }

private:
    class EntryNumbers;

    void countSome(qsizetype end);
    void beginPlacing();
    void placeSome(qsizetype end);
    [[nodiscard]] quint64 positionAt(qsizetype i) const;

    const ExportRequest &m_request;
    const qsizetype m_count;
    std::unique_ptr<EntryNumbers> m_numbers;
    std::vector<quint32> m_slotNumbers; ///< of each record; a slot is the half of an entry
    std::vector<qsizetype> m_begins; ///< of each slot; at first, how many it has
    QList<quint64> m_arranged;
    qsizetype m_counted = 0;
    qsizetype m_placed = 0;
};

} // namespace signalbox
