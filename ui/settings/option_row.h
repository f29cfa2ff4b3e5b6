// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace signalbox {

struct OptionDescriptor;
class OptionStore;
class Theme;

/// One option on the Settings page: its name and help, an editor of its kind, default and effect.
class OptionRow : public QWidget
{
    Q_OBJECT

public:
    /// `option`, `store` and `theme` must outlive the row.
    OptionRow(const OptionDescriptor &option, OptionStore &store, const Theme &theme,
              QWidget *parent = nullptr);

    /// Whether the name, help or value contains every word of `search`.
    [[nodiscard]] bool matches(const QString &search) const;
    /// Of the name with its help, and of the editor.
    void setColumnWidths(int name, int editor);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeEditor();
    [[nodiscard]] QWidget *makeSwitch();
    [[nodiscard]] QWidget *makeChoice();
    [[nodiscard]] QWidget *makeNumber();
    [[nodiscard]] QWidget *makeLine();
    void arrange();
    void applyTheme();
    void change(const QString &text);
    void showValue();
    void showNote(const QString &sentence, bool isError);

    const OptionDescriptor &m_option;
    OptionStore &m_store;
    const Theme &m_theme;
    QLabel *m_name;
    QLabel *m_help;
    QLabel *m_effect;
    QLabel *m_note;
    QToolButton *m_reset;
    QWidget *m_editor;
    bool m_noteIsError = false;
};

} // namespace signalbox
