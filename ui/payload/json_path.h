// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace signalbox {

/// One step of a path through JSON (RFC 9535): to a member, `.name` or `['a b']`. What would act
/// where it is shown is escaped as such a path escapes it.
QString jsonPathStep(const QString &name);
/// The same to an element: `[3]`
QString jsonPathStep(int element);

} // namespace signalbox
