// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_page.h"

namespace signalbox {

SettingsPage::SettingsPage(ServerMirror & /*mirror*/, Theme & /*theme*/, QWidget *parent)
    : QWidget(parent)
{ }

SettingsPage::~SettingsPage() = default;

} // namespace signalbox
