// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server_event.h"
#include "server/handlers/handler.h"

#include <QByteArray>
#include <QList>

#include <map>
#include <memory>

namespace signalbox {

/// Which handler answers on which path.
class EndpointTable
{
public:
    /// Replaces what was there; connections that are open keep their handler.
    void set(const QByteArray &path, std::shared_ptr<Handler> handler);
    /// New connections are refused there; open ones keep their handler.
    void remove(const QByteArray &path);

    /// Null if nobody answers there.
    [[nodiscard]] std::shared_ptr<Handler> find(const QByteArray &path) const;
    /// In the order of the paths.
    [[nodiscard]] QList<QByteArray> paths() const;
    [[nodiscard]] QList<EndpointInfo> list() const;

private:
    std::map<QByteArray, std::shared_ptr<Handler>> m_handlers;
};

} // namespace signalbox
