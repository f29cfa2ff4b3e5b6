// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client_command.h"
#include "ui/test_client/composer_text.h"

#include <QWidget>

class QComboBox;
class QPlainTextEdit;
class QPushButton;

namespace signalbox {

class ElidedLabel;
class JsonHighlighter;
class Theme;

/// Where a message is written, checked as it is typed, and sent; the text stays after sending.
class Composer : public QWidget
{
    Q_OBJECT

public:
    /// `theme` must outlive the composer.
    explicit Composer(const Theme &theme, QWidget *parent = nullptr);

    /// Whether sending has to connect first: the button says so.
    void setConnected(bool connected);

signals:
    void sendRequested(const signalbox::SendFromClient &message);

private:
    void build();
    void arrange();
    void addSnippets();
    void applyTheme();
    void check();
    void send();
    [[nodiscard]] ComposerFormat format() const;

    const Theme &m_theme;
    QComboBox *m_format;
    QPushButton *m_snippets;
    ElidedLabel *m_verdict;
    QPlainTextEdit *m_text;
    JsonHighlighter *m_highlighter;
    QPushButton *m_ping;
    QPushButton *m_send;
};

} // namespace signalbox
