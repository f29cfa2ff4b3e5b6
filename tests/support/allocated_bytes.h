// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace signalbox::test {

/// What this process has allocated and not freed; 0 where the allocator does not tell, as under the
/// sanitizers, which look for leaks themselves.
qint64 allocatedBytes();

} // namespace signalbox::test
