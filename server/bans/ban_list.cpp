// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/bans/ban_list.h"

#include <QDateTime>

#include <algorithm>
#include <chrono>
#include <utility>

namespace signalbox {

namespace {

using std::chrono::milliseconds;

/// The wall clock may be set: it is looked at again at least so often while a ban can end.
constexpr milliseconds LongestWait{60'000};

} // namespace

CloseInfo banClose(const QString &reason)
{
    return {.code = close_reason::Banned.code,
            .reason =
                reason.isEmpty() ? QString::fromLatin1(close_reason::Banned.sentence) : reason,
            .by = ClosedBy::Operator};
}

BanList::BanList(QObject *parent)
    : QObject(parent)
    , m_timer(this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &BanList::endThoseThatAreOver);
}

Result<void> BanList::add(const QList<BanSubject> &subjects, qint64 until, const QString &reason,
                          qint64 now)
{
    if (subjects.isEmpty())
        return Error{Error::Code::InvalidArgument, tr("Nobody is to be banned")};
    if (until != 0 && until <= now)
        return Error{Error::Code::InvalidArgument, tr("The ban would be over already")};
    if (reason.toUtf8().size() > MaxCloseReasonBytes) {
        return Error{Error::Code::OutOfRange,
                     tr("The reason is longer than %1 bytes").arg(MaxCloseReasonBytes)};
    }
    const auto known = std::ranges::count_if(
        subjects, [this](const BanSubject &subject) { return idOf(subject) != 0; });
    if (static_cast<qsizetype>(m_bans.size()) + subjects.size() - known > MaxBans)
        return Error{Error::Code::OutOfRange, tr("There can be %1 bans at most").arg(MaxBans)};
    for (const auto &subject : subjects) {
        remove(idOf(subject));
        insert({.subject = subject, .until = until, .reason = reason, .set = now});
    }
    startTimer();
    emit changed();
    return {};
}

void BanList::restore(const QList<Ban> &bans, qint64 now)
{
    m_bans.clear();
    m_users.clear();
    m_networks.clear();
    for (const auto &ban : bans) {
        if (ban.isOver(now) || static_cast<qsizetype>(m_bans.size()) >= MaxBans)
            continue;
        remove(idOf(ban.subject));
        insert(ban);
    }
    startTimer();
    emit changed();
}

Result<void> BanList::lift(const QList<BanId> &ids)
{
    const auto before = m_bans.size();
    for (const auto id : ids)
        remove(id.value);
    if (m_bans.size() == before)
        return Error{Error::Code::NotFound, tr("That ban is not in force any more")};
    startTimer();
    emit changed();
    return {};
}

QList<Ban> BanList::bans() const
{
    QList<Ban> list;
    list.reserve(static_cast<qsizetype>(m_bans.size()));
    for (const auto &[id, ban] : m_bans)
        list.append(ban);
    return list;
}

const Ban *BanList::ofAddress(const QString &address, qint64 now) const
{
    if (m_networks.empty())
        return nullptr;
    const auto peer = AddressRange::parse(address);
    if (!peer)
        return nullptr;
    for (const auto &[prefix, networks] : m_networks) {
        const auto network = peer->network(prefix);
        const Ban *ban = inForce(networks.value(network), now);
        if (ban && std::get<AddressRange>(ban->subject).contains(*peer))
            return ban;
    }
    return nullptr;
}

const Ban *BanList::ofUser(UserIdView user, qint64 now) const
{
    if (m_users.isEmpty())
        return nullptr;
    const auto utf8 = user.utf8();
    return inForce(m_users.value(QByteArray::fromRawData(utf8.data(), utf8.size())), now);
}

void BanList::insert(Ban ban)
{
    ban.id = {++m_lastId};
    if (const auto *user = std::get_if<UserId>(&ban.subject)) {
        m_users.insert(user->utf8(), m_lastId);
    } else {
        const auto &range = std::get<AddressRange>(ban.subject);
        m_networks[range.prefix()].insert(range, m_lastId);
    }
    m_bans.emplace(m_lastId, std::move(ban));
}

void BanList::remove(quint64 id)
{
    const auto found = m_bans.find(id);
    if (found == m_bans.end())
        return;
    if (const auto *user = std::get_if<UserId>(&found->second.subject)) {
        m_users.remove(user->utf8());
    } else {
        const auto &range = std::get<AddressRange>(found->second.subject);
        const auto networks = m_networks.find(range.prefix());
        networks->second.remove(range);
        if (networks->second.isEmpty())
            m_networks.erase(networks);
    }
    m_bans.erase(found);
}

quint64 BanList::idOf(const BanSubject &subject) const
{
    if (const auto *user = std::get_if<UserId>(&subject))
        return m_users.value(user->utf8());
    const auto &range = std::get<AddressRange>(subject);
    const auto networks = m_networks.find(range.prefix());
    return networks == m_networks.end() ? 0 : networks->second.value(range);
}

const Ban *BanList::inForce(quint64 id, qint64 now) const
{
    if (id == 0)
        return nullptr;
    const auto &ban = m_bans.at(id);
    return ban.isOver(now) ? nullptr : &ban;
}

void BanList::endThoseThatAreOver()
{
    const auto now = QDateTime::currentMSecsSinceEpoch();
    QList<quint64> over;
    for (const auto &[id, ban] : m_bans) {
        if (ban.isOver(now))
            over.append(id);
    }
    for (const auto id : std::as_const(over))
        remove(id);
    startTimer();
    if (!over.isEmpty())
        emit changed();
}

void BanList::startTimer()
{
    qint64 next = 0;
    for (const auto &[id, ban] : m_bans) {
        if (ban.until != 0 && (next == 0 || ban.until < next))
            next = ban.until;
    }
    if (next == 0) {
        m_timer.stop();
        return;
    }
    const milliseconds wait{next - QDateTime::currentMSecsSinceEpoch()};
    m_timer.start(std::clamp(wait, milliseconds{1}, LongestWait));
}

} // namespace signalbox
