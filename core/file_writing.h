// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArrayView>

class QFileDevice;
class QIODevice;
class QSaveFile;

namespace signalbox {

/// Writes every byte or says why not, in the system's words. (A single write() to a disk that gets
/// full takes a part and calls that no error.)
Result<void> writeAll(QIODevice &device, QByteArrayView bytes);

/// Opens a file that will be replaced whole, or not at all. Errors: PermissionDenied, Internal.
Result<void> openForReplacing(QSaveFile &file);
/// Puts what was written in the place of what was there. Errors as writeAll().
Result<void> commit(QSaveFile &file);

} // namespace signalbox
