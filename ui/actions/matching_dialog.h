// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions/recipients.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace signalbox {

class ConnectionModel;
class FilterBox;
class OperatorActions;
class RecipientList;
class Theme;

/// Acts on the connections that a filter means: it lists exactly who, and what follows means those
/// that were listed, whoever connects in between.
class MatchingDialog : public QDialog
{
    Q_OBJECT

public:
    /// All must outlive the dialog.
    MatchingDialog(const ConnectionModel &model, OperatorActions &operatorActions,
                   const Theme &theme, QWidget *parent = nullptr);

    void setFilterText(const QString &text);
    /// Those that are listed.
    [[nodiscard]] const Recipients &recipients() const { return m_recipients; }

private:
    void build();
    /// Asks anew who matches.
    void refresh();

    const ConnectionModel &m_model;
    const Theme &m_theme;
    Recipients m_recipients;
    FilterBox *m_filter;
    QLabel *m_count;
    RecipientList *m_list = nullptr;
    QVBoxLayout *m_listPlace;
    QPushButton *m_refresh;
    QPushButton *m_send;
    QPushButton *m_kick;
};

} // namespace signalbox
