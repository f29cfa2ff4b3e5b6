// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connections/connection_row.h"

#include <QListWidget>

namespace signalbox {

class Theme;

/// Exactly who is meant, a line each; beyond MaxListed their number.
class RecipientList : public QListWidget
{
    Q_OBJECT

public:
    static constexpr qsizetype MaxListed = 1000;

    RecipientList(const QList<ConnectionRow> &connections, const Theme &theme,
                  QWidget *parent = nullptr);

    /// Lists others.
    void setConnections(const QList<ConnectionRow> &connections);

    [[nodiscard]] QSize sizeHint() const override;
};

} // namespace signalbox
