// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/log_page.h"

namespace signalbox {

LogPage::LogPage(ServerMirror & /*mirror*/, Theme & /*theme*/, QWidget *parent)
    : QWidget(parent)
{ }

LogPage::~LogPage() = default;

void LogPage::showFilter(const QString & /*text*/) { }

void LogPage::clear() { }

} // namespace signalbox
