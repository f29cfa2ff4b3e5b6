// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server_command.h"
#include "ui/actions/delivery_model.h"
#include "ui/connections/connection_row.h"

#include <QWidget>

class QLabel;

namespace signalbox {

class DataTable;
class Theme;

/// What became of an operator's command: how many it reached, and what became of it for each
/// connection, those that it did not reach first.
class DeliveryView : public QWidget
{
    Q_OBJECT

public:
    explicit DeliveryView(const Theme &theme, QWidget *parent = nullptr);

    /// `connections` give the names, `deed` the words.
    void showOutcome(const CommandOutcome &outcome, const QList<ConnectionRow> &connections,
                     Deed deed);
    void showWaiting(const QString &what);

private:
    void setSummary(const QString &text, bool failure);
    void applyTheme();

    const Theme &m_theme;
    bool m_failure = false;
    QLabel *m_summary;
    DeliveryModel *m_model;
    DataTable *m_table;
    QLabel *m_more; ///< how many are not listed
};

/// `35 sent · 2 buffered · 0 dropped · 1 gone`
QString deliveryText(const Delivery &delivery);
/// Of joining or leaving a room: `2 moved`, `3 moved · 9 not moved · 1 had ended`
QString moveText(const Delivery &delivery);
/// Of a kick: `2 closed`, `35 closed · 2 still to be told · 1 had ended`
QString kickText(const Delivery &delivery);
/// Of a ban: `banned`, `banned · 2 closed`
QString banText(const Delivery &delivery);

} // namespace signalbox
