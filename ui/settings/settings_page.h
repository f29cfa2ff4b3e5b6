// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QScrollArea;
class QVBoxLayout;

namespace signalbox {

class OptionRow;
class OptionStore;
class Theme;

/// The Settings page: the window's appearance and every option of the server's option table.
class SettingsPage : public QWidget
{
    Q_OBJECT

public:
    /// All must outlive the page; `restart` is offered while something waits for it.
    SettingsPage(OptionStore &store, QAction *restart, Theme &theme, QWidget *parent = nullptr);

    /// Brings one option into sight, with the keyboard in its editor.
    void showOption(const QString &name);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    /// Rows under one heading.
    struct Group
    {
        QLabel *heading = nullptr;
        QList<OptionRow *> rows;
    };

    [[nodiscard]] QWidget *makeAppearance();
    [[nodiscard]] QLabel *appearanceName(const QString &text, QWidget *editor, QWidget *parent);
    void addGroups(QVBoxLayout &layout);
    [[nodiscard]] QLabel *addHeading(const QString &text, QVBoxLayout &layout);
    [[nodiscard]] QWidget *makeRestartBar(QAction *restart);
    void showWaiting();
    void arrange(QWidget *content);
    void applyTheme();
    void fitColumns();
    void search(const QString &words);

    Theme &m_theme;
    OptionStore &m_store;
    QLineEdit *m_search;
    QLabel *m_waiting;
    QWidget *m_restartBar;
    QLabel *m_nothing;
    QComboBox *m_scheme;
    QComboBox *m_language;
    QList<QLabel *> m_appearanceNames;
    QWidget *m_appearance;
    QLabel *m_appearanceHeading = nullptr;
    QScrollArea *m_area;
    QList<Group> m_groups;
};

} // namespace signalbox
