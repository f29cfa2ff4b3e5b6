// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace signalbox {

/// `urls` with `url` in front, each once, at most MaxUrlHistory of them.
QStringList rememberUrl(const QStringList &urls, const QString &url);

inline constexpr qsizetype MaxUrlHistory = 20;

} // namespace signalbox
