// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/log/export/export_form.h"
#include "ui/log/export/export_worker.h"
#include "ui/log/log_filter.h"

#include <QDialog>

#include <memory>
#include <optional>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace signalbox {

class LogModel;
class ProgressRow;
enum class ColorRole : quint8;

/// Writes records of the log into a file: the choices, how far it is, and what came of it. The
/// records are taken when it opens; the rest of the window stays usable, also while it writes.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    /// `selected` are positions; `surroundings` is what is known beside the log. `model` and
    /// `theme` must outlive the dialog.
    ExportDialog(const LogModel &model, const QList<quint64> &selected, ExportRequest surroundings,
                 const Theme &theme, QWidget *parent = nullptr);
    ~ExportDialog() override;

    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    void choose(ExportScope scope) { m_form->choose(scope); }

    /// While it writes, cancels that and stays; else closes.
    void reject() override;

private:
    class Thread;

    void build();
    QHBoxLayout *buildButtons();
    void takeRecords();
    void awaitShown();
    void takeShown();
    void refresh();
    void start();
    void cancel();
    void take(const Result<ExportedFile> &outcome);
    void setRunning(bool running);
    void say(const QString &text, ColorRole role);
    [[nodiscard]] QString obstacle() const;

    const LogModel &m_model;
    const Theme &m_theme;
    ExportRequest m_request; ///< with the log as it was
    LogQuery m_query; ///< what the rows were filtered by when this opened
    std::optional<QList<quint64>> m_shown; ///< none while that has not looked at everything
    QList<quint64> m_selected;
    ExportForm *m_form;
    ProgressRow *m_progress;
    QLabel *m_message;
    QPushButton *m_export;
    QPushButton *m_close; ///< or Cancel, while it writes
    QPushButton *m_showFolder;
    QPushButton *m_copyPath;
    WorkProgress m_last;
    QString m_written; ///< the file that the buttons are about
    bool m_isRunning = false;
    std::unique_ptr<Thread> m_thread; ///< once it is needed
};

} // namespace signalbox
