// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace signalbox {

/// A text for a menu, a button or the label of a field in which `&` is itself and makes no
/// mnemonic: what came from outside.
inline QString literalText(QString text)
{
    return text.replace(u'&', QStringLiteral("&&"));
}

} // namespace signalbox
