// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QTimer>

class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;

namespace signalbox {

class BanModel;
class DataTable;
class ServerMirror;
class Theme;

/// The bans that are in force, and lifting them. The rest of the window stays usable.
class BansDialog : public QDialog
{
    Q_OBJECT

public:
    /// `mirror` and `theme` must outlive the dialog.
    BansDialog(ServerMirror &mirror, const Theme &theme, QWidget *parent = nullptr);

    /// Selects the ban that keeps an address out, or says that there is none.
    void showBanOf(const QString &address);

signals:
    /// The operator wants to ban somebody.
    void banRequested();

private:
    void build();
    void lift();
    void refresh();
    void tell(const QString &notice);

    ServerMirror &m_mirror;
    const Theme &m_theme;
    QTimer m_tick; ///< the time that is left goes by
    BanModel *m_model;
    QSortFilterProxyModel *m_filter;
    DataTable *m_table;
    QLineEdit *m_search;
    QLabel *m_count;
    QLabel *m_message;
    QString m_notice; ///< what did not come about; stays until something else is chosen
    QPushButton *m_add;
    QPushButton *m_lift;
};

} // namespace signalbox
