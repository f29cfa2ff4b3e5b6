// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace signalbox {

class Theme;

/// The reason of a close, with a count of its bytes: a close frame has room for
/// MaxCloseReasonBytes.
class ReasonField : public QWidget
{
    Q_OBJECT

public:
    /// `theme` must outlive the field.
    explicit ReasonField(const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] QLineEdit *line() const { return m_line; }
    [[nodiscard]] QString text() const;
    /// Why the text cannot be sent; empty: it can.
    [[nodiscard]] QString obstacle() const;

signals:
    void changed();

private:
    void count();

    const Theme &m_theme;
    QLineEdit *m_line;
    QLabel *m_counter;
};

} // namespace signalbox
