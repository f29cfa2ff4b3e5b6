// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/option_store.h"

#include "ui/actions/outcome_watch.h"
#include "ui/shell/server_mirror.h"

#include <QSettings>

#include <utility>

namespace signalbox {

OptionStore::OptionStore(ServerMirror &mirror, StartOptions start, QObject *parent)
    : QObject(parent)
    , m_mirror(mirror)
    , m_start(std::move(start))
{
    QSettings settings;
    m_kept = readOptions(settings, nullptr, consoleDefaults());
    connect(&m_mirror, &ServerMirror::stateChanged, this, &OptionStore::changed);
}

QString OptionStore::text(const OptionDescriptor &option) const
{
    return optionText(m_start.options, option);
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

QString OptionStore::sourceText(const OptionDescriptor &option) const
{
    const auto given = m_start.given.constFind(QString::fromLatin1(option.name));
    if (given == m_start.given.constEnd() || *given == OptionSource::Settings)
        return {};
    const QString kept = wordFor(optionText(m_kept, option));
    return *given == OptionSource::CommandLine
               ? tr("given on the command line, the settings keep %1").arg(kept)
               : tr("given by %1, the settings keep %2").arg(environmentName(option), kept);
}

QStringList OptionStore::waitingForRestart() const
{
    QStringList names;
    const ServerStateChanged &state = m_mirror.state();
    if (state.state != ServerState::Serving)
        return names;
    for (const OptionDescriptor &option : optionTable()) {
        if (!option.live && text(option) != optionText(state.options, option))
            names += QString::fromLatin1(option.name);
    }
    return names;
}

Result<void> OptionStore::change(const OptionDescriptor &option, const QString &text)
{
    const QString before = this->text(option);
    if (auto set = setOption(m_start.options, option, text); !set)
        return set;
    if (this->text(option) == before)
        return {};
    // From here on the settings say what this option is.
    const QString name = QString::fromLatin1(option.name);
    m_start.given.remove(name);
    if (auto kept = setOption(m_kept, option, text); !kept)
        return kept;
    QSettings settings;
    writeOption(settings, m_kept, option);
    const ChangeOption change{name, this->text(option), before};
    if (option.live && m_mirror.state().state == ServerState::Serving)
        sendToServer(change);
    else
        emit kept(change);
    emit changed();
    return {};
}

void OptionStore::sendToServer(const ChangeOption &change)
{
    whenDone(m_mirror.server().execute(change), this,
             [this, name = change.name](const CommandOutcome &outcome) {
                 emit answered(name, outcome.isOk(),
                               outcome ? tr("in force") : outcome.error().message);
             });
}

} // namespace signalbox
