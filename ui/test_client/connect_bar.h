// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client_command.h"
#include "core/client_event.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace signalbox {

class Theme;

/// The strip above the test client: where to connect and how, and the buttons that do it.
class ConnectBar : public QWidget
{
    Q_OBJECT

public:
    /// `theme` must outlive the bar.
    explicit ConnectBar(const Theme &theme, QWidget *parent = nullptr);

    /// What the fields say; the error is of the headers.
    [[nodiscard]] Result<OpenClient> settings() const;

    void setUrl(const QString &url);
    /// Shown until the operator types another one.
    void setDefaultUrl(const QString &url);
    /// Puts the URL in front of the history, which is kept by QSettings.
    void rememberUrl();

    void setState(ClientState state);

signals:
    void connectRequested();
    void disconnectRequested();
    void closeRequested();

private:
    void build();
    void arrange();
    void connectParts();
    void applyTheme();
    void loadHistory();

    const Theme &m_theme;
    QString m_defaultUrl;
    bool m_idle = true;
    QComboBox *m_url;
    QLineEdit *m_subprotocols;
    QPushButton *m_showHeaders;
    QPlainTextEdit *m_headers;
    QCheckBox *m_reconnect;
    QPushButton *m_connect;
    QPushButton *m_close;
};

} // namespace signalbox
