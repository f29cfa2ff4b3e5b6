// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>

class QWidget;

namespace signalbox {

/// Lets Tab go through these parts one after the other, and through each in the order that it has.
/// A part that lies in another one takes what is in it out of that one. The parts are all in one
/// window.
void orderTabs(std::initializer_list<QWidget *> parts);

} // namespace signalbox
