// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/load/load_errors.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>

namespace signalbox {

QString loadErrorName(LoadErrorKind kind)
{
    switch (kind) {
    case LoadErrorKind::Connect:
        return QStringLiteral("connect");
    case LoadErrorKind::Refused:
        return QStringLiteral("refused");
    case LoadErrorKind::Protocol:
        return QStringLiteral("protocol");
    case LoadErrorKind::Closed:
        return QStringLiteral("closed");
    case LoadErrorKind::WrongAnswer:
        return QStringLiteral("wrong answer");
    case LoadErrorKind::ServerError:
        return QStringLiteral("server error");
    case LoadErrorKind::Timeout:
        break;
    }
    return QStringLiteral("timeout");
}

void LoadErrors::add(LoadErrorKind kind, const QString &detail, quint64 count)
{
    const auto find = [&](const QString &wanted) {
        return std::ranges::find_if(m_errors, [&](const LoadError &error) {
            return error.kind == kind && error.detail == wanted;
        });
    };
    m_total += count;
    auto error = find(detail);
    if (error == m_errors.end()) {
        const bool isOneTooMany =
            std::ranges::count(m_errors, kind, &LoadError::kind) >= MaxDetails;
        const QString name =
            isOneTooMany ? QCoreApplication::translate("LoadErrors", "others") : detail;
        error = find(name);
        if (error == m_errors.end())
            error = m_errors.insert(m_errors.end(), {kind, name, 0});
    }
    error->count += count;
}

QList<LoadError> LoadErrors::list() const
{
    QList<LoadError> sorted = m_errors;
    std::ranges::sort(sorted, [](const LoadError &a, const LoadError &b) {
        return std::tie(a.kind, b.count, a.detail) < std::tie(b.kind, a.count, b.detail);
    });
    return sorted;
}

} // namespace signalbox
