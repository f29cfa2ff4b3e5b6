// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions/recipients.h"

#include <QDialog>

class QLabel;
class QPushButton;

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
    /// One of the things that can be done with those that match, in a dialog of its own.
    struct Way
    {
        QPushButton *button;
        QString text; ///< with a place for the count
        QString toolTip;
    };
    void addWay(const char *objectName, const QString &text, const QString &toolTip,
                void (OperatorActions::*act)(const Recipients &));
    void addWays();
    void build(const Theme &theme);
    /// Asks anew who matches.
    void refresh();
    [[nodiscard]] QString obstacle(const Way &way) const;

    const ConnectionModel &m_model;
    OperatorActions &m_operator;
    Recipients m_recipients;
    FilterBox *m_filter;
    QLabel *m_count;
    RecipientList *m_list;
    QPushButton *m_refresh;
    QList<Way> m_ways;
    QPushButton *m_leave = nullptr; ///< one of them
};

} // namespace signalbox
