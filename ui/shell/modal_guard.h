// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace signalbox {

/// Keeps shortcuts away from what lies behind a dialog that waits for an answer: where the window
/// behind it keeps the keyboard, Qt lets them through, and a second dialog opens over the first.
class ModalGuard : public QObject
{
    Q_OBJECT

public:
    explicit ModalGuard(QObject *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace signalbox
