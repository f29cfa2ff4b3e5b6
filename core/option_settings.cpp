// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/option_settings.h"

#include <QCoreApplication>
#include <QSettings>

namespace signalbox {

namespace {

QString settingsKey(const OptionDescriptor &option)
{
    return QStringLiteral("options/") + QString::fromLatin1(option.name);
}

} // namespace

ServerOptions consoleDefaults()
{
    ServerOptions options;
    options.examples = true;
    return options;
}

ServerOptions readOptions(QSettings &settings, QStringList *warnings, const ServerOptions &defaults)
{
    ServerOptions options = defaults;
    for (const OptionDescriptor &option : optionTable()) {
        const QVariant kept = settings.value(settingsKey(option));
        if (!kept.isValid())
            continue;
        // An unquoted comma in a file that was edited by hand makes a list of it.
        const QString text = kept.toStringList().join(u',');
        const auto read = setOption(options, option, text);
        if (!read && warnings != nullptr) {
            warnings->append(QCoreApplication::translate("Options", "Kept setting ignored: %1")
                                 .arg(read.error().message));
        }
    }
    return options;
}

void writeOption(QSettings &settings, const ServerOptions &options, const OptionDescriptor &option)
{
    settings.setValue(settingsKey(option), optionText(options, option));
}

} // namespace signalbox
