// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

class QCoreApplication;

namespace signalbox {

/// In which language the window speaks: the system's, or the operator's choice.
enum class WindowLanguage : quint8 { System, English, SimplifiedChinese };

/// What is kept in the settings, and keeping it: a window has its language from the start on.
WindowLanguage keptLanguage();
void keepLanguage(WindowLanguage language);

/// Loads the texts of `language` into the application; English needs none, and so does a system's
/// language that there are no texts for. Call it before the first window is made.
void useLanguage(WindowLanguage language, QCoreApplication &application);

} // namespace signalbox
