// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/log/log_ring.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace signalbox {

/// Terms that must all occur in a row: in its words as they are shown, or anywhere in its payload.
/// Case does not matter; "double quotes" keep words together.
class LogTerms
{
public:
    LogTerms() = default;
    explicit LogTerms(QStringView text);

    [[nodiscard]] bool isEmpty() const { return m_terms.isEmpty(); }
    [[nodiscard]] bool match(const LogEntry &entry) const;

    friend bool operator==(const LogTerms &, const LogTerms &) = default;

private:
    struct Term
    {
        QString text;
        QByteArray ascii; ///< the same in small letters; empty if it is not ASCII

        friend bool operator==(const Term &, const Term &) = default;
    };
    static bool payloadContains(const QByteArray &payload, const Term &term);

    QList<Term> m_terms;
};

/// Which rows of the log are shown.
struct LogFilter
{
    LogTerms terms;
    bool fromClients = true;
    bool fromServer = true;
    bool messages = true;
    bool controlFrames = false;
    bool events = true;

    /// Lost records are shown by every filter without terms: they may have been anything.
    [[nodiscard]] bool accepts(const LogEntry &entry) const;

    friend bool operator==(const LogFilter &, const LogFilter &) = default;

private:
    [[nodiscard]] bool acceptsKind(const ActivityRecord &record) const;
    [[nodiscard]] bool acceptsDirection(const ActivityRecord &record) const;
};

} // namespace signalbox
