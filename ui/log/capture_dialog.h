// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/filter.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace signalbox {

class FilterBox;
class Theme;

/// Asks which records the log keeps at all.
class CaptureDialog : public QDialog
{
    Q_OBJECT

public:
    /// `capture` is what is in force; an empty filter keeps everything.
    CaptureDialog(const Filter &capture, const Theme &theme, QWidget *parent = nullptr);

signals:
    void chosen(const signalbox::Filter &capture);

private:
    void check();

    FilterBox *m_text;
    QLabel *m_error;
    QPushButton *m_accept;
    Filter m_filter;
};

} // namespace signalbox
