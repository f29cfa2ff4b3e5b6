// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client_command.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace signalbox {

class Theme;

/// Reads a close code (`1000`, `1000 Normal Closure`) and checks it and the reason. Errors:
/// InvalidArgument (not a code that may be sent), OutOfRange (a reason over MaxCloseReasonBytes).
Result<CloseClient> parseClose(const QString &code, const QString &reason);

/// Asks with which code and reason the test client shall close.
class CloseChoice : public QDialog
{
    Q_OBJECT

public:
    /// `theme` must outlive the dialog.
    explicit CloseChoice(const Theme &theme, QWidget *parent = nullptr);

signals:
    void chosen(quint16 code, const QString &reason);

private:
    void check();
    void choose();

    const Theme &m_theme;
    QComboBox *m_code;
    QLineEdit *m_reason;
    QLabel *m_counter;
    QPushButton *m_close;
};

} // namespace signalbox
