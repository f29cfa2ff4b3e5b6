// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/door/qt_source.h"

#include "wire/channel/qt_channel.h"

#include <QTcpSocket>

namespace signalbox {

QtSource::QtSource(QObject *parent)
    : ChannelSource(parent)
    , m_listener(this)
{
    connect(&m_listener, &Listener::accepted, this, [this](qintptr descriptor) {
        auto socket = std::make_unique<QTcpSocket>();
        if (socket->setSocketDescriptor(descriptor))
            accepted(std::make_unique<QtChannel>(std::move(socket)));
    });
}

void QtSource::stop()
{
    m_listener.close();
}

} // namespace signalbox
