// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <utility>
#include <variant>

namespace signalbox {

/// Why something did not succeed: a stable code for programs and one sentence for a person.
struct Error
{
    enum class Code : quint8 {
        InvalidArgument, ///< a value that no option or field accepts
        OutOfRange, ///< a value of the right kind, beyond its limits
        NotFound, ///< the connection, room, endpoint or option does not exist (any more)
        WrongState, ///< for instance a send while the server is stopped
        AddressInUse, ///< another program listens there
        PermissionDenied, ///< the system does not allow it
        Network, ///< any other failure of a socket
        Cancelled, ///< somebody thought better of it
        Parse, ///< the text is not in its language (JSON, HTTP, a filter)
        Internal,
    };

    Code code = Code::Internal;
    QString message;
};

/// Either a value or the Error that kept it from being made.
template <typename T>
class [[nodiscard]] Result
{
public:
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    { }
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error))
    { }

    [[nodiscard]] bool isOk() const { return m_state.index() == 0; }
    explicit operator bool() const { return isOk(); }

    [[nodiscard]] const T &value() const & { return std::get<0>(m_state); }
    [[nodiscard]] T &&value() && { return std::get<0>(std::move(m_state)); }
    [[nodiscard]] const T &operator*() const & { return value(); }
    [[nodiscard]] T &&operator*() && { return std::move(*this).value(); }
    [[nodiscard]] const T *operator->() const { return &value(); }
    [[nodiscard]] const Error &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

/// The outcome of something that has no value of its own.
template <>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error)
        : m_error(std::move(error))
        , m_ok(false)
    { }

    [[nodiscard]] bool isOk() const { return m_ok; }
    explicit operator bool() const { return m_ok; }
    [[nodiscard]] const Error &error() const { return m_error; }

private:
    Error m_error;
    bool m_ok = true;
};

} // namespace signalbox
