// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/option_store.h"

#include "core/option_settings.h"
#include "ui/actions/outcome_watch.h"
#include "ui/shell/server_mirror.h"

#include <QSettings>

namespace signalbox {

OptionStore::OptionStore(ServerMirror &mirror, QObject *parent)
    : QObject(parent)
    , m_mirror(mirror)
{
    readKept();
    connect(&m_mirror, &ServerMirror::stateChanged, this, &OptionStore::changed);
}

void OptionStore::readKept()
{
    QSettings settings;
    m_kept = readOptions(settings, nullptr, consoleDefaults());
}

QString OptionStore::text(const OptionDescriptor &option) const
{
    return optionText(m_kept, option);
}

QString OptionStore::defaultText(const OptionDescriptor &option)
{
    return optionText(consoleDefaults(), option);
}

QString OptionStore::wordFor(const QString &text)
{
    if (text.isEmpty())
        return tr("none");
    if (text == u"true")
        return tr("on");
    return text == u"false" ? tr("off") : text;
}

bool OptionStore::isDefault(const OptionDescriptor &option) const
{
    return text(option) == defaultText(option);
}

QString OptionStore::effectText(const OptionDescriptor &option) const
{
    const ServerStateChanged &state = m_mirror.state();
    if (state.state != ServerState::Serving)
        return tr("takes effect when the server starts");
    const QString inForce = optionText(state.options, option);
    QString when =
        option.live ? tr("takes effect at once") : tr("takes effect after a restart of the server");
    if (inForce == text(option))
        return when;
    return tr("%1 · now in force: %2").arg(when, wordFor(inForce));
}

Result<void> OptionStore::change(const OptionDescriptor &option, const QString &text)
{
    const QString before = this->text(option);
    if (auto set = setOption(m_kept, option, text); !set)
        return set;
    if (this->text(option) == before)
        return {};
    QSettings settings;
    writeOption(settings, m_kept, option);
    if (option.live && m_mirror.state().state == ServerState::Serving)
        sendToServer(option);
    emit changed();
    return {};
}

void OptionStore::sendToServer(const OptionDescriptor &option)
{
    const QString name = QString::fromLatin1(option.name);
    whenDone(m_mirror.server().execute(ChangeOption{name, text(option)}), this,
             [this, name](const CommandOutcome &outcome) {
                 emit answered(name, outcome.isOk(),
                               outcome ? tr("in force") : outcome.error().message);
             });
}

} // namespace signalbox
