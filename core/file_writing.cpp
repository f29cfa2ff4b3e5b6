// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/file_writing.h"

#include <QSaveFile>

namespace signalbox {

namespace {

Error errorOf(const QFileDevice &file)
{
    const bool isForbidden =
        file.error() == QFileDevice::PermissionsError || file.error() == QFileDevice::OpenError;
    return {isForbidden ? Error::Code::PermissionDenied : Error::Code::Internal,
            file.errorString()};
}

} // namespace

Result<void> writeAll(QIODevice &device, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const qint64 written = device.write(bytes.data(), bytes.size());
        if (written <= 0)
            return Error{Error::Code::Internal, device.errorString()};
        bytes = bytes.sliced(written);
    }
    return {};
}

Result<void> openForReplacing(QSaveFile &file)
{
    if (!file.open(QIODevice::WriteOnly))
        return errorOf(file);
    return {};
}

Result<void> commit(QSaveFile &file)
{
    if (!file.commit())
        return errorOf(file);
    return {};
}

} // namespace signalbox
