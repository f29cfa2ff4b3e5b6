// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/log_snapshot.h"
#include "core/result.h"
#include "ui/log/export/portioned_work.h"

namespace signalbox {

/// What may go onto the clipboard, in bytes of UTF-8: programs that paste more hang.
inline constexpr qint64 MaxCopiedBytes = qint64(64) << 20;

/// Makes the text of many rows of the log, one text at a time.
class CopyWorker : public PortionedWork
{
    Q_OBJECT

public:
    /// The last start() is the one whose text is wanted; an earlier one is cancelled.
    void start(const LogSelection &rows);

signals:
    /// Errors: Cancelled; OutOfRange, when the text would be larger than MaxCopiedBytes.
    void finished(const signalbox::Result<QString> &text);

protected:
    bool advance() override;
    void abandon() override;
    [[nodiscard]] WorkProgress progress() const override;

private:
    void finish(const Result<QString> &text);

    LogSelection m_rows;
    qsizetype m_done = 0;
    QByteArray m_text; // UTF-8, which takes half the memory
};

} // namespace signalbox

Q_DECLARE_METATYPE(signalbox::Result<QString>)
