// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

class QAction;

namespace signalbox {

class JsonTreeModel;
class Theme;
enum class JsonTreeFit : quint8;

/// The JSON of a message as a tree whose objects and arrays fold.
class JsonTreeView : public QTreeView
{
    Q_OBJECT

public:
    /// `theme` must outlive the view.
    explicit JsonTreeView(const Theme &theme, QWidget *parent = nullptr);

    /// A small one is shown unfolded, of a large one what is outermost (JsonTreeModel::setJson()).
    JsonTreeFit setJson(const QByteArray &utf8);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    QAction *addCommand(const QString &text, const QString &name, const QString &toolTip);
    void applyTheme();
    void makeRoomForNames();
    void updateCommands();
    void copyValue() const;
    void copyPath() const;

    const Theme &m_theme;
    JsonTreeModel *m_model;
    QAction *m_copyValue;
    QAction *m_copyPath;
};

} // namespace signalbox
