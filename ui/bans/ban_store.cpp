// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bans/ban_store.h"

#include "core/escaped_text.h"
#include "core/owned_thread.h"
#include "ui/actions/outcome_watch.h"
#include "ui/bans/ban_file.h"
#include "ui/shell/server_mirror.h"

#include <QDir>

#include <utility>

namespace signalbox {

/// The thread named `bans`, in which the file is written.
class BanThread : public OwnedThread<QObject>
{
public:
    using OwnedThread::OwnedThread;
};

BanStore::BanStore(ServerMirror &mirror, QString path, QObject *parent)
    : QObject(parent)
    , m_mirror(mirror)
    , m_path(std::move(path))
    , m_retry(this)
    , m_thread(std::make_unique<BanThread>(QStringLiteral("bans")))
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(Retry);
    connect(&m_retry, &QTimer::timeout, this, &BanStore::save);
    connect(&m_mirror, &ServerMirror::bansChanged, this, [this] {
        if (m_loaded)
            save();
    });
    load();
}

BanStore::~BanStore()
{
    // The end of a thread overtakes what was posted to it, and the last change must not be lost.
    m_thread->request([](const QObject & /*file*/) { return true; }).waitForFinished();
}

void BanStore::load()
{
    const QString shown = QDir::toNativeSeparators(m_path);
    auto bans = loadBans(m_path); // before the server starts: who is banned is so from the first
    if (!bans) {
        const bool broken = bans.error().code == Error::Code::Parse;
        const QString aside = broken ? keepAside(m_path) : QString();
        const QString why = escapedText(bans.error().message);
        setTrouble(
            aside.isEmpty()
                ? tr("The bans in %1 are not in force: it cannot be read (%2).").arg(shown, why)
                : tr("The bans in %1 are not in force: it is broken (%2). It is kept as %3.")
                      .arg(shown, why, QDir::toNativeSeparators(aside)));
        // What cannot be read must not be written over either.
        m_loaded = !aside.isEmpty();
        return;
    }
    if (bans->isEmpty()) {
        m_loaded = true;
        return;
    }
    // An earlier report of no bans may be on its way: it would empty the file.
    whenDone(m_mirror.server().execute(RestoreBans{std::move(bans).value()}), this,
             [this](const CommandOutcome & /*outcome*/) { m_loaded = true; });
}

void BanStore::save()
{
    m_retry.stop();
    whenDone(m_thread->request([path = m_path, bans = m_mirror.bans()](const QObject & /*file*/) {
        return saveBans(path, bans);
    }),
             this, [this](const Result<void> &saved) {
                 if (saved) {
                     setTrouble({});
                     return;
                 }
                 setTrouble(tr("The bans cannot be kept in %1 (%2): they end with this program.")
                                .arg(QDir::toNativeSeparators(m_path),
                                     escapedText(saved.error().message)));
                 m_retry.start();
             });
}

void BanStore::setTrouble(const QString &sentence)
{
    if (sentence == m_trouble)
        return;
    m_trouble = sentence;
    emit troubleChanged(m_trouble);
}

} // namespace signalbox
