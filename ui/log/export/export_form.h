// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/export/export_request.h"

#include <QWidget>

#include <array>

class QButtonGroup;
class QCheckBox;
class QLabel;
class QRadioButton;
class QVBoxLayout;

namespace signalbox {

class ExportFileField;
class Theme;

enum class ExportScope : quint8 { All, Shown, Selected };

/// What an operator chooses of an export: which records, the format, the file, and whether secrets
/// are hidden.
class ExportForm : public QWidget
{
    Q_OBJECT

public:
    /// `theme` must outlive the form.
    explicit ExportForm(const Theme &theme, QWidget *parent = nullptr);

    /// With a reason why there are none, it cannot be chosen.
    void setScope(ExportScope scope, qsizetype records, const QString &obstacle = {});
    /// Does nothing if that cannot be chosen.
    void choose(ExportScope scope);
    [[nodiscard]] ExportScope scope() const;
    /// Of the records that are chosen.
    [[nodiscard]] qsizetype records() const;
    [[nodiscard]] ExportFormat format() const;
    [[nodiscard]] bool hidesSecrets() const;
    [[nodiscard]] ExportFileField &file() const { return *m_file; }

signals:
    void changed();

private:
    QVBoxLayout *addGroup(const QString &title);
    QRadioButton *addScope(ExportScope scope, const QString &name, const QString &toolTip);
    void addFormat(QVBoxLayout *layout, ExportFormat format, const QString &name,
                   const QString &text, const QString &toolTip);
    void explainFormat();
    void addSecrets();

    const Theme &m_theme;
    QButtonGroup *m_scopes;
    QButtonGroup *m_formats;
    QLabel *m_formatDetail; ///< what is to be known of the one that is chosen
    ExportFileField *m_file;
    QCheckBox *m_secrets;
    std::array<qsizetype, 3> m_records{};
};

} // namespace signalbox
