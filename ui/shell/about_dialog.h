// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace signalbox {

class Theme;

/// What this program is, under which licence, and the libraries that it is made with.
class AboutDialog : public QDialog
{
    Q_OBJECT

public:
    AboutDialog(const Theme &theme, QWidget *parent);
};

} // namespace signalbox
