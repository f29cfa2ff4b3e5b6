// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/log_store.h"
#include "ui/last_messages/last_messages_file.h"

#include <QDialog>

class QLabel;

namespace signalbox {

class DataTable;
class DifferenceView;
class LastMessagesModel;
class PayloadView;
class Theme;

/// A window of its own that shows one connection's last messages, as they were when it opened; they
/// can be saved, and only looked at.
class LastMessagesDialog : public QDialog
{
    Q_OBJECT

public:
    /// `theme` must outlive the dialog. `fileName`: where the document comes from, empty for what
    /// was just taken.
    LastMessagesDialog(const LastMessagesDocument &document, const QString &fileName,
                       const Theme &theme, QWidget *parent = nullptr);

    /// Asks for a file and shows it, or why it cannot be shown.
    static void chooseFile(const Theme &theme, QWidget *parent);

private:
    void buildTable();
    void buildDifference();
    void buildLayout();
    void applyTheme();
    void showSelected();
    void save();
    void saveAs(const QString &fileName);

    const Theme &m_theme;
    LastMessagesDocument m_document;
    LogStore m_log; ///< the same records, to look for the previous of a type
    LastMessagesModel *m_model;
    DataTable *m_table;
    PayloadView *m_details;
    DifferenceView *m_difference;
    QLabel *m_title;
    QLabel *m_facts;
    QLabel *m_outcome; ///< of saving
};

} // namespace signalbox
