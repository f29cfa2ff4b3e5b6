// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace signalbox {

/// One line that can be selected and copied but not changed, and loses its end where there is no
/// room; its tool tip shows all.
class ElidedField : public QLineEdit
{
    Q_OBJECT

public:
    explicit ElidedField(QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QString elided() const;
};

} // namespace signalbox
