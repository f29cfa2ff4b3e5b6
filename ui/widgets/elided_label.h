// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace signalbox {

/// A plain text that never asks for more width than there is: it wraps, or loses a part that its
/// tool tip shows.
class ElidedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    /// Qt::ElideNone wraps.
    void setElideMode(Qt::TextElideMode mode);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    /// Ctrl+C copies all of a text that wraps, as long as no part of it is selected.
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    [[nodiscard]] QString elided() const;

    Qt::TextElideMode m_mode = Qt::ElideNone;
};

} // namespace signalbox
