// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions/choice_dialog.h"

#include <QStringList>

namespace signalbox {

/// Asks before an origin is added to the option allowedOrigins, and says what the option will be.
class AllowOriginDialog : public ChoiceDialog
{
    Q_OBJECT

public:
    /// `now`: the option as it is; `then`: as it will be.
    AllowOriginDialog(const QString &origin, const QStringList &now, const QStringList &then,
                      QWidget *parent = nullptr);

signals:
    void allowed();
};

} // namespace signalbox
