// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>

#include <memory>

namespace signalbox {

/// The application object of the console. Without a display that works the program ends here, with
/// one sentence on stderr and UsageExitCode, where Qt would abort. `argc` must outlive it.
std::unique_ptr<QApplication> makeApplication(int &argc, char **argv);

} // namespace signalbox
