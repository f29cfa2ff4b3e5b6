// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/test_client/test_client_page.h"

namespace signalbox {

TestClientPage::TestClientPage(Client & /*client*/, ServerMirror & /*mirror*/, Theme & /*theme*/,
                               QWidget *parent)
    : QWidget(parent)
{ }

TestClientPage::~TestClientPage() = default;

void TestClientPage::connectTo(const QString & /*url*/) { }

} // namespace signalbox
