// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/test_client/connect_bar.h"

#include "ui/test_client/client_text.h"
#include "ui/test_client/url_history.h"
#include "ui/theme/console_style.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QVBoxLayout>

namespace signalbox {

namespace {

constexpr QLatin1StringView HistoryKey{"testClient/urls"};
constexpr int HeaderLines = 4;

} // namespace

ConnectBar::ConnectBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_url(new QComboBox(this))
    , m_subprotocols(new QLineEdit(this))
    , m_showHeaders(new QPushButton(this))
    , m_headers(new QPlainTextEdit(this))
    , m_reconnect(new QCheckBox(tr("Reconnect by itself"), this))
    , m_connect(new QPushButton(this))
    , m_close(new QPushButton(tr("Close with…"), this))
{
    build();
    arrange();
    connectParts();
    loadHistory();
    setState(ClientState::Disconnected);
    applyTheme();
}

void ConnectBar::build()
{
    m_url->setEditable(true);
    m_url->setInsertPolicy(QComboBox::NoInsert);
    m_url->setMaxCount(int(MaxUrlHistory));
    m_url->setAccessibleName(tr("URL to connect to"));
    m_url->setToolTip(tr("ws:// or wss://; the list holds the last ones"));
    m_url->lineEdit()->setPlaceholderText(tr("ws://host:port/path"));
    m_subprotocols->setPlaceholderText(tr("none"));
    m_subprotocols->setAccessibleName(tr("Subprotocols"));
    m_subprotocols->setToolTip(tr("Names to offer, separated by commas, the preferred one first"));
    m_subprotocols->setMaximumWidth(220);
    m_showHeaders->setText(tr("Headers"));
    m_showHeaders->setCheckable(true);
    m_showHeaders->setAccessibleName(tr("Show the request's headers"));
    m_showHeaders->setToolTip(tr("Show and edit fields that are added to the request"));
    m_headers->setPlaceholderText(tr("Authorization: Bearer …\nOrigin: http://localhost:5173"));
    m_headers->setAccessibleName(tr("Headers of the request, one a line"));
    m_headers->setTabChangesFocus(true);
    m_headers->hide();
    m_reconnect->setToolTip(tr("After an end that you did not ask for, with growing delay"));
    m_connect->setObjectName(QStringLiteral("clientConnect"));
    m_connect->setToolTip(tr("Connect to the URL, or end the connection with 1000"));
}

void ConnectBar::arrange()
{
    auto *first = new QHBoxLayout;
    first->setSpacing(spacing::Medium);
    first->addWidget(m_url, 1);
    first->addWidget(m_connect);
    first->addWidget(m_close);
    auto *second = new QHBoxLayout;
    second->setSpacing(spacing::Medium);
    auto *label = new QLabel(tr("Subprotocols"), this);
    label->setBuddy(m_subprotocols);
    second->addWidget(label);
    second->addWidget(m_subprotocols);
    second->addWidget(m_showHeaders);
    second->addWidget(m_reconnect);
    second->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::Large, spacing::Medium, spacing::Large, spacing::Small);
    layout->setSpacing(spacing::Medium);
    layout->addLayout(first);
    layout->addLayout(second);
    layout->addWidget(m_headers);
    setTabOrder(m_url, m_connect);
    setTabOrder(m_connect, m_close);
    setTabOrder(m_close, m_subprotocols);
    setTabOrder(m_subprotocols, m_showHeaders);
    setTabOrder(m_showHeaders, m_headers);
    setTabOrder(m_headers, m_reconnect);
}

void ConnectBar::connectParts()
{
    connect(m_showHeaders, &QPushButton::toggled, m_headers, &QWidget::setVisible);
    connect(m_headers, &QPlainTextEdit::textChanged, this, [this] {
        const auto fields = parseHeaderLines(m_headers->toPlainText());
        const auto count = fields ? fields->size() : 0;
        m_showHeaders->setText(count > 0 ? tr("Headers (%1)").arg(count) : tr("Headers"));
    });
    connect(m_connect, &QPushButton::clicked, this, [this] {
        if (m_idle)
            emit connectRequested();
        else
            emit disconnectRequested();
    });
    connect(m_url->lineEdit(), &QLineEdit::returnPressed, this, [this] {
        if (m_idle)
            emit connectRequested();
    });
    connect(m_close, &QPushButton::clicked, this, &ConnectBar::closeRequested);
    connect(&m_theme, &Theme::changed, this, &ConnectBar::applyTheme);
}

void ConnectBar::applyTheme()
{
    m_url->setFont(m_theme.fixedFont());
    m_headers->setFont(m_theme.fixedFont());
    m_headers->setFixedHeight(QFontMetrics(m_theme.fixedFont()).lineSpacing() * HeaderLines
                              + 2 * spacing::Medium);
    m_connect->setIcon(
        m_theme.icon(m_idle ? QStringLiteral("connect") : QStringLiteral("disconnect")));
}

void ConnectBar::loadHistory()
{
    m_url->addItems(QSettings().value(HistoryKey).toStringList());
    m_url->setCurrentIndex(-1);
}

Result<OpenClient> ConnectBar::settings() const
{
    const auto fields = parseHeaderLines(m_headers->toPlainText());
    if (!fields)
        return fields.error();
    OpenClient settings;
    settings.url = m_url->currentText().trimmed();
    settings.subprotocols = parseSubprotocols(m_subprotocols->text());
    settings.headers = *fields;
    settings.reconnect.enabled = m_reconnect->isChecked();
    return settings;
}

void ConnectBar::setUrl(const QString &url)
{
    m_url->setEditText(url);
}

void ConnectBar::setDefaultUrl(const QString &url)
{
    const QString current = m_url->currentText();
    if (!url.isEmpty() && (current.isEmpty() || current == m_defaultUrl))
        m_url->setEditText(url);
    if (!url.isEmpty())
        m_defaultUrl = url;
}

void ConnectBar::rememberUrl()
{
    const QString url = m_url->currentText().trimmed();
    if (url.isEmpty())
        return;
    QSettings settings;
    const auto urls = signalbox::rememberUrl(settings.value(HistoryKey).toStringList(), url);
    settings.setValue(HistoryKey, urls);
    m_url->clear();
    m_url->addItems(urls);
    m_url->setEditText(url);
}

void ConnectBar::setState(ClientState state)
{
    m_idle = state == ClientState::Disconnected || state == ClientState::WaitingToReconnect;
    switch (state) {
    case ClientState::Disconnected:
    case ClientState::WaitingToReconnect:
        m_connect->setText(tr("Connect"));
        break;
    case ClientState::Connecting:
        m_connect->setText(tr("Cancel"));
        break;
    case ClientState::Open:
    case ClientState::Closing:
        m_connect->setText(tr("Disconnect"));
        break;
    }
    m_connect->setAccessibleName(m_connect->text());
    m_connect->setEnabled(state != ClientState::Closing);
    setButtonRole(m_connect, m_idle ? ButtonRole::Primary : ButtonRole::Plain);
    m_close->setEnabled(state == ClientState::Open);
    m_close->setToolTip(state == ClientState::Open
                            ? tr("End the connection with a code and reason of your choice")
                            : tr("There is no open connection to close"));
    m_url->lineEdit()->setReadOnly(!m_idle);
    m_subprotocols->setReadOnly(!m_idle);
    m_headers->setReadOnly(!m_idle);
    m_reconnect->setEnabled(m_idle);
    applyTheme();
}

} // namespace signalbox
