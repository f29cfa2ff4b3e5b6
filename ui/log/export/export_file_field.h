// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/export/export_request.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace signalbox {

class Theme;

/// The name of the file that an export writes: a field, a button that looks for a place, and what
/// is to be said about it. Its suffix follows the format.
class ExportFileField : public QWidget
{
    Q_OBJECT

public:
    /// `theme` must outlive the field.
    explicit ExportFileField(const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] QString fileName() const;
    void setFormat(ExportFormat format);
    /// Why there can be no such file; empty if there can.
    [[nodiscard]] QString obstacle() const;
    /// Looks again whether the file is there.
    void refresh();
    /// Where the next export begins to look.
    static void rememberFolderOf(const QString &fileName);

signals:
    void changed();

private:
    void browse();

    const Theme &m_theme;
    QLineEdit *m_name;
    QPushButton *m_browse;
    QLabel *m_note;
    ExportFormat m_format = ExportFormat::JsonLines;
};

} // namespace signalbox
