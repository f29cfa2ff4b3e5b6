// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QFrame>

#include <memory>

class QLabel;
class QPushButton;

namespace signalbox {

class CopyWorker;
struct LogSelection;
class ProgressRow;
class Theme;
struct WorkProgress;

/// Copies rows of the log: a few at once, many in a thread of its own. Meanwhile it is a strip that
/// says how far it is and can cancel; afterwards it says what came of it. What does not fit onto
/// the clipboard is not copied at all, and can be exported.
class LogCopy : public QFrame
{
    Q_OBJECT

public:
    /// Up to both of these it is done at once, in about a millisecond.
    static constexpr qsizetype FewRows = 500;
    static constexpr qint64 FewBytes = qint64(256) << 10; ///< of payloads

    /// `theme` must outlive the strip.
    explicit LogCopy(const Theme &theme, QWidget *parent = nullptr);
    ~LogCopy() override;

    /// What was being copied before is not any more.
    void copy(const LogSelection &rows);

signals:
    /// There is too much for the clipboard: the operator wants a file.
    void exportRequested();

private:
    class Thread;

    /// What the operator still wants of the last text that is being made.
    enum class Wanted : quint8 {
        Nothing, ///< something else was copied meanwhile
        Notice, ///< that it was cancelled
        Text,
    };

    [[nodiscard]] static bool areFew(const LogSelection &rows);
    void copyNow(const LogSelection &rows);
    void cancel(Wanted instead);
    void take(const Result<QString> &text);
    void say(const QString &sentence, bool offersExport = false);
    void applyTheme();

    const Theme &m_theme;
    QLabel *m_icon;
    QLabel *m_text;
    ProgressRow *m_progress;
    QPushButton *m_export;
    QPushButton *m_cancel;
    QPushButton *m_hide;
    qsizetype m_rows = 0; ///< that are being copied
    int m_underway = 0; ///< texts that were asked for; what is wanted is about the last one
    Wanted m_wanted = Wanted::Nothing;
    std::unique_ptr<Thread> m_thread; ///< once it is needed
};

} // namespace signalbox
