// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/test_client/url_history.h"

#include <algorithm>

namespace signalbox {

QStringList rememberUrl(const QStringList &urls, const QString &url)
{
    QStringList history = urls;
    history.removeAll(url);
    history.prepend(url);
    return history.first(std::min(history.size(), MaxUrlHistory));
}

} // namespace signalbox
