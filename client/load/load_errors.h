// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace signalbox {

/// What can go wrong in a run, told apart so that a person knows where to look.
enum class LoadErrorKind : quint8 {
    Connect, ///< no TCP connection came about
    Refused, ///< the handshake was answered with an HTTP status; the detail has it and the body
    Protocol, ///< an answer to the handshake or a frame that breaks RFC 6455
    Closed, ///< the server ended the connection; the detail is code and reason, 1006 if it vanished
    WrongAnswer, ///< an echo that is not what was sent, or a delivery that is not
    ServerError, ///< an `error` message; the detail is its code
    Timeout, ///< no answer in time, to a handshake, a join or a message
};

/// `refused`, `wrong answer`: what it is called in tables and in JSON.
[[nodiscard]] QString loadErrorName(LoadErrorKind kind);

/// One thing that went wrong, and how often.
struct LoadError
{
    LoadErrorKind kind = LoadErrorKind::Connect;
    QString detail; ///< a phrase; may hold foreign text
    quint64 count = 0;
};

/// Counts errors by kind and detail. Kinds are few; of details, which servers choose, a bounded
/// number is told apart.
class LoadErrors
{
public:
    /// Details of one kind that are told apart; what comes after them is counted as one.
    static constexpr qsizetype MaxDetails = 20;

    void add(LoadErrorKind kind, const QString &detail, quint64 count = 1);

    [[nodiscard]] quint64 total() const { return m_total; }
    /// By kind, and within it the most frequent first.
    [[nodiscard]] QList<LoadError> list() const;

private:
    QList<LoadError> m_errors;
    quint64 m_total = 0;
};

} // namespace signalbox
