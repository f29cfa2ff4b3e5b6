// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace signalbox {

/// The word that somebody who wrote `text` most likely meant, or an empty one.
QString nearestWord(QStringView text, const QStringList &words);

} // namespace signalbox
