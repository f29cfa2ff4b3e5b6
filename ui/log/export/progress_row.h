// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/log/export/portioned_work.h"

#include <QWidget>

class QLabel;
class QProgressBar;

namespace signalbox {

/// A bar and the figures beside it: `120,000 of 200,000 records · 34 MB`.
class ProgressRow : public QWidget
{
    Q_OBJECT

public:
    /// `name` says to screen readers what goes on.
    explicit ProgressRow(const QString &name, QWidget *parent = nullptr);

    void setProgress(const WorkProgress &progress);

private:
    QProgressBar *m_bar;
    QLabel *m_text;
};

} // namespace signalbox
