// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/language.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSettings>
#include <QTranslator>

#include <algorithm>
#include <cstring>

void initializeTranslationResource()
{
    Q_INIT_RESOURCE(translations); // a static library's resources are not registered by themselves
}

namespace signalbox {

namespace {

QString languageKey()
{
    return QStringLiteral("appearance/language");
}

bool systemSpeaksChinese()
{
    const QLocale system = QLocale::system();
    return system.language() == QLocale::Chinese && system.script() == QLocale::SimplifiedHanScript;
}

/// Finds a text also where lupdate files it under another context than it has at run time: those of
/// a function tr() under its namespace, and those of some classes under their bare name.
class Texts : public QTranslator // clazy:exclude=missing-qobject-macro
{
public:
    using QTranslator::QTranslator;

    [[nodiscard]] QString translate(const char *context, const char *source,
                                    const char *disambiguation, int count) const override
    {
        const char *bare = std::strrchr(context, ':');
        for (const char *place : {context, bare ? bare + 1 : "signalbox", "signalbox", "std"}) {
            QString text = QTranslator::translate(place, source, disambiguation, count);
            if (!text.isEmpty())
                return text;
        }
        return {};
    }
};

} // namespace

WindowLanguage keptLanguage()
{
    const int kept = QSettings().value(languageKey()).toInt();
    return static_cast<WindowLanguage>(
        std::clamp(kept, int(WindowLanguage::System), int(WindowLanguage::SimplifiedChinese)));
}

void keepLanguage(WindowLanguage language)
{
    QSettings().setValue(languageKey(), int(language));
}

void useLanguage(WindowLanguage language, QCoreApplication &application)
{
    initializeTranslationResource();
    const bool chinese = language == WindowLanguage::SimplifiedChinese
                         || (language == WindowLanguage::System && systemSpeaksChinese());
    if (!chinese)
        return;
    auto *texts = new Texts(&application);
    if (texts->load(QStringLiteral(":/translations/signalbox_zh_CN.qm")))
        QCoreApplication::installTranslator(texts);
}

} // namespace signalbox
