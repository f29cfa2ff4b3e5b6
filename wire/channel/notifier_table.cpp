// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/channel/notifier_table.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <cerrno>

namespace signalbox {

namespace {

quint32 wantedEvents(QSocketNotifier::Type type)
{
    switch (type) {
    case QSocketNotifier::Read:
        return EPOLLIN;
    case QSocketNotifier::Write:
        return EPOLLOUT;
    case QSocketNotifier::Exception:
        return EPOLLPRI;
    }
    return 0;
}

} // namespace

/// A descriptor and the notifiers that wait for it.
class NotifierTable::Descriptor final : public ReactorClient
{
public:
    Descriptor(EpollSet &set, int descriptor)
        : m_set(set)
        , m_descriptor(descriptor)
    { }
    ~Descriptor() override { m_set.remove(m_token); }
    Q_DISABLE_COPY_MOVE(Descriptor)

    /// False if the system refuses.
    bool add(QSocketNotifier *notifier)
    {
        m_notifiers.append(notifier);
        watch();
        return m_token != 0;
    }
    /// False if it was the last one.
    bool remove(QSocketNotifier *notifier)
    {
        m_notifiers.removeAll(notifier);
        watch();
        return !m_notifiers.isEmpty();
    }

    void descriptorReady(quint32 events) override
    {
        // Each activation may remove notifiers, and so end this object.
        const auto notifiers = m_notifiers;
        const auto token = m_token;
        auto &set = m_set;
        for (QSocketNotifier *notifier : notifiers) {
            if (!set.isWatched(token))
                return;
            const auto activating = wantedEvents(notifier->type()) | EPOLLERR | EPOLLHUP;
            if (!m_notifiers.contains(notifier) || (events & activating) == 0)
                continue;
            QEvent event(QEvent::SockAct);
            QCoreApplication::sendEvent(notifier, &event);
        }
    }

private:
    void watch()
    {
        quint32 wanted = 0;
        for (const QSocketNotifier *notifier : m_notifiers)
            wanted |= wantedEvents(notifier->type());
        if (m_token == 0)
            m_token = m_set.add(m_descriptor, wanted, *this, EpollSet::Part::Loop);
        else if (wanted != m_watched && wanted != 0)
            m_set.change(m_token, wanted);
        m_watched = wanted;
    }

    EpollSet &m_set;
    EpollSet::Token m_token = 0;
    int m_descriptor;
    quint32 m_watched = 0;
    QVarLengthArray<QSocketNotifier *, 3> m_notifiers;
};

NotifierTable::NotifierTable(EpollSet &set)
    : m_set(set)
{ }

NotifierTable::~NotifierTable() = default;

void NotifierTable::add(QSocketNotifier *notifier)
{
    const auto number = static_cast<int>(notifier->socket());
    auto &descriptor = m_descriptors.try_emplace(number, m_set, number).first->second;
    if (descriptor.add(notifier))
        return;
    qErrnoWarning("QSocketNotifier: cannot wait for descriptor %d", number);
    m_descriptors.erase(number);
}

void NotifierTable::remove(QSocketNotifier *notifier)
{
    const auto descriptor = m_descriptors.find(static_cast<int>(notifier->socket()));
    if (descriptor != m_descriptors.end() && !descriptor->second.remove(notifier))
        m_descriptors.erase(descriptor);
}

} // namespace signalbox
