// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/test_client/composer.h"

#include "ui/payload/json_highlighter.h"
#include "ui/test_client/message_snippets.h"
#include "ui/theme/console_style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/wrap_layout.h"

#include <QComboBox>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace signalbox {

namespace {
constexpr int LeastVerdict = 160;
}

Composer::Composer(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_format(new QComboBox(this))
    , m_snippets(new QPushButton(tr("Snippets"), this))
    , m_verdict(new ElidedLabel(this))
    , m_text(new QPlainTextEdit(this))
    , m_highlighter(new JsonHighlighter(m_text->document(), theme))
    , m_ping(new QPushButton(tr("Ping"), this))
    , m_send(new QPushButton(this))
{
    build();
    arrange();
    addSnippets();
    setConnected(false);
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | key), this);
        shortcut->setAutoRepeat(false); // held down, it would send again and again
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, &Composer::send);
    }
    connect(m_text, &QPlainTextEdit::textChanged, this, &Composer::check);
    connect(m_format, &QComboBox::currentIndexChanged, this, &Composer::check);
    connect(m_send, &QPushButton::clicked, this, &Composer::send);
    connect(m_ping, &QPushButton::clicked, this, [this] {
        emit sendRequested({Opcode::Ping, {}});
    });
    connect(&theme, &Theme::changed, this, &Composer::applyTheme);
    applyTheme();
}

void Composer::build()
{
    m_format->addItem(tr("Text"));
    m_format->addItem(tr("Binary, as hex"));
    m_format->addItem(tr("Binary, as base64"));
    m_format->setAccessibleName(tr("How the message is written"));
    m_format->setToolTip(tr("How the message is written and sent"));
    m_snippets->setToolTip(tr("Begin with one of the protocol's messages"));
    m_text->setAccessibleName(tr("Message to send"));
    m_text->setToolTip(m_text->accessibleName());
    m_text->setPlaceholderText(
        tr("Write a message, or take one from Snippets. Ctrl+Enter sends it."));
    m_text->setTabChangesFocus(true);
    m_verdict->setElideMode(Qt::ElideRight);
    m_verdict->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_verdict->setMinimumWidth(LeastVerdict);
    m_verdict->setAccessibleName(tr("About the message"));
    m_send->setObjectName(QStringLiteral("clientSend"));
    m_ping->setToolTip(tr("Send a ping; its pong shows the round trip"));
}

void Composer::arrange()
{
    auto *bottom = new WrapLayout;
    bottom->setSpacing(spacing::Medium);
    bottom->addWidget(m_format);
    bottom->addWidget(m_snippets);
    bottom->addStretching(m_verdict);
    bottom->addWidget(m_ping);
    bottom->addWidget(m_send);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::Large, spacing::Medium, spacing::Large, spacing::Large);
    layout->setSpacing(spacing::Medium);
    layout->addWidget(m_text, 1);
    layout->addLayout(bottom);
    setTabOrder(m_text, m_format);
    setTabOrder(m_format, m_snippets);
    setTabOrder(m_snippets, m_ping);
    setTabOrder(m_ping, m_send);
}

void Composer::addSnippets()
{
    auto *menu = new QMenu(m_snippets);
    const auto snippets = messageSnippets();
    for (const MessageSnippet &snippet : snippets) {
        menu->addAction(snippet.title, this, [this, text = snippet.text] {
            m_format->setCurrentIndex(int(ComposerFormat::Text));
            m_text->setPlainText(text);
            m_text->setFocus();
        });
    }
    m_snippets->setMenu(menu);
}

void Composer::applyTheme()
{
    m_text->setFont(m_theme.fixedFont());
    m_verdict->setFont(m_theme.captionFont());
    m_ping->setIcon(m_theme.icon(QStringLiteral("ping")));
    m_send->setIcon(m_theme.icon(QStringLiteral("send")));
    check();
}

ComposerFormat Composer::format() const
{
    return ComposerFormat(m_format->currentIndex());
}

void Composer::check()
{
    const auto check = checkComposed(m_text->toPlainText(), format());
    const auto role = [verdict = check.verdict] {
        switch (verdict) {
        case ComposerCheck::Verdict::Good:
            return ColorRole::Ok;
        case ComposerCheck::Verdict::Warning:
            return ColorRole::Warning;
        case ComposerCheck::Verdict::Error:
            return ColorRole::Danger;
        case ComposerCheck::Verdict::Quiet:
            break;
        }
        return ColorRole::Muted;
    }();
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, m_theme.color(role));
    m_verdict->setPalette(colors);
    m_verdict->setText(check.sentence);
    m_verdict->setToolTip(check.sentence);
    m_highlighter->setActive(format() == ComposerFormat::Text);
    const bool sendable = check.verdict != ComposerCheck::Verdict::Error;
    m_send->setEnabled(sendable);
    m_send->setToolTip(sendable ? tr("Send the message (Ctrl+Enter); the text stays")
                                : check.sentence);
}

void Composer::setConnected(bool connected)
{
    m_send->setText(connected ? tr("Send") : tr("Connect and send"));
    m_send->setAccessibleName(m_send->text());
    setButtonRole(m_send, connected ? ButtonRole::Primary : ButtonRole::Plain);
}

void Composer::send()
{
    const auto payload = composePayload(m_text->toPlainText(), format());
    if (payload)
        emit sendRequested({composerOpcode(format()), *payload});
}

} // namespace signalbox
