// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/log_entry.h"

#include <QScrollArea>

namespace signalbox {

class FactList;
class Theme;

/// What became of a message of the log: whom it went to, for how many of them it was sent or
/// dropped, and what that means.
class LogDelivery : public QScrollArea
{
    Q_OBJECT

public:
    /// `theme` must outlive the view.
    explicit LogDelivery(const Theme &theme, QWidget *parent = nullptr);

    void show(const LogEntry &entry);
    /// No row is chosen.
    void clear();

private:
    FactList *m_facts;
};

} // namespace signalbox
