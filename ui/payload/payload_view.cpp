// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payload/payload_view.h"

#include "core/escaped_text.h"
#include "ui/payload/json_highlighter.h"
#include "ui/payload/payload_text.h"
#include "ui/theme/measure_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elided_label.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox {

namespace {

/// More than this is shown only when asked for, and the view says so.
constexpr qsizetype ShownAtOnce = qsizetype(64) * 1024;
constexpr int FirstAddedTab = 3; // behind tree, raw and hex

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

/// Escaped, but with its own line ends, so that a text reads as it was written.
QString readableLines(QByteArrayView utf8)
{
    QString text;
    text.reserve(utf8.size());
    qsizetype begin = 0;
    for (qsizetype end = 0; end <= utf8.size(); ++end) {
        if (end < utf8.size() && utf8[end] != '\n')
            continue;
        if (begin > 0)
            text += u'\n';
        text += escapedUtf8(utf8.sliced(begin, end - begin));
        begin = end + 1;
    }
    return text;
}

} // namespace

PayloadView::PayloadView(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(plainLabel(this))
    , m_facts(plainLabel(this))
    , m_notice(plainLabel(this))
    , m_tabs(new QTabBar(this))
    , m_stack(new QStackedWidget(this))
    , m_text(new QPlainTextEdit(this))
    , m_highlighter(new JsonHighlighter(m_text->document(), theme))
    , m_copied(new ElidedLabel(this))
    , m_copy(new QPushButton(tr("Copy"), this))
    , m_showAllButton(new QPushButton(this))
{
    m_title->setAccessibleName(tr("Shown message"));
    m_facts->setAccessibleName(tr("About the shown message"));
    m_notice->setAccessibleName(tr("Notice about the shown message"));
    m_text->setAccessibleName(tr("Payload"));
    m_text->setReadOnly(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->document()->setDocumentMargin(spacing::Large);
    m_copy->setAccessibleName(tr("Copy the payload as it is shown"));
    m_copied->setObjectName(QStringLiteral("copied"));
    m_copied->setElideMode(Qt::ElideRight);
    m_copied->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_showAllButton->setAccessibleName(tr("Show the whole payload"));
    m_showAllButton->setToolTip(tr("Show the whole payload; a large one takes a moment"));
    buildTabs();

    auto *head = new QVBoxLayout;
    head->setContentsMargins(spacing::Large, spacing::Medium, spacing::Large, 0);
    head->setSpacing(spacing::Small);
    head->addWidget(m_title);
    head->addWidget(m_facts);
    auto *tabs = new QHBoxLayout;
    tabs->setContentsMargins(0, 0, spacing::Medium, spacing::Small);
    tabs->setSpacing(0);
    tabs->addWidget(m_tabs);
    tabs->setSpacing(spacing::Medium);
    tabs->addWidget(m_copied, 1);
    tabs->addWidget(m_copy);
    auto *notice = new QHBoxLayout;
    notice->setContentsMargins(spacing::Large, 0, spacing::Large, spacing::Small);
    notice->addWidget(m_notice, 1);
    notice->addWidget(m_showAllButton);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addLayout(tabs);
    layout->addLayout(notice);
    m_stack->addWidget(m_text);
    layout->addWidget(m_stack, 1);
    setTabOrder(m_tabs, m_copy);
    setTabOrder(m_copy, m_showAllButton);
    setTabOrder(m_showAllButton, m_text);

    connect(m_copy, &QPushButton::clicked, this, &PayloadView::copyText);
    connect(m_showAllButton, &QPushButton::clicked, this, [this] {
        m_showAll = true;
        refill();
    });
    connect(&theme, &Theme::changed, this, &PayloadView::applyTheme);
    applyTheme();
}

void PayloadView::buildTabs()
{
    m_tabs->setAccessibleName(tr("How the payload is shown"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(false);
    m_tabs->setElideMode(Qt::ElideNone);
    m_tabs->addTab(tr("Tree"));
    m_tabs->setTabToolTip(0, tr("Indented JSON"));
    m_tabs->addTab(tr("Raw"));
    m_tabs->setTabToolTip(1, tr("The text as it was sent; invisible characters are escaped"));
    m_tabs->addTab(tr("Hex"));
    m_tabs->setTabToolTip(2, tr("The bytes"));
    connect(m_tabs, &QTabBar::currentChanged, this, &PayloadView::refill);
}

void PayloadView::applyTheme()
{
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_facts->setFont(m_theme.captionFont());
    m_notice->setFont(m_theme.captionFont());
    m_text->setFont(m_theme.fixedFont());
    m_copy->setIcon(m_theme.icon(QStringLiteral("copy")));
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, m_theme.color(ColorRole::Muted));
    m_facts->setPalette(muted);
    m_copied->setPalette(muted);
    m_copied->setFont(m_theme.captionFont());
    QPalette warning = palette();
    warning.setColor(QPalette::WindowText, m_theme.color(ColorRole::Warning));
    m_notice->setPalette(warning);
}

void PayloadView::show(const ShownPayload &shown)
{
    m_shown = shown;
    m_showAll = false;
    for (QWidget *part : std::initializer_list<QWidget *>{m_title, m_tabs})
        part->show();
    m_title->setText(shown.title);
    m_facts->setText(shown.facts);
    m_facts->setVisible(!shown.facts.isEmpty());
    refill();
}

void PayloadView::showHint(const QString &hint)
{
    m_shown = {};
    m_title->clear();
    m_facts->setText(hint);
    m_facts->setVisible(true);
    for (QWidget *part : std::initializer_list<QWidget *>{m_title, m_tabs})
        part->hide();
    refill();
}

void PayloadView::addView(QWidget *view, const QString &title, const QString &toolTip)
{
    // A view that is not shown must not keep the details from being narrow.
    view->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Expanding);
    m_stack->addWidget(view);
    m_tabs->setTabToolTip(m_tabs->addTab(title), toolTip);
}

void PayloadView::chooseView(QWidget *view)
{
    m_tabs->setCurrentIndex(FirstAddedTab - 1 + m_stack->indexOf(view));
}

void PayloadView::refill()
{
    const int added = m_tabs->isHidden() ? -1 : m_tabs->currentIndex() - FirstAddedTab;
    m_stack->setCurrentIndex(added + 1 > 0 ? added + 1 : 0);
    m_copy->setVisible(!m_tabs->isHidden() && added < 0);
    if (added < 0) {
        refillText();
        return;
    }
    m_hexColumns = 0;
    m_showAllButton->hide();
    m_notice->setText(m_shown.notice);
    m_notice->setVisible(!m_shown.notice.isEmpty());
}

void PayloadView::refillText()
{
    QString notice = m_shown.notice;
    m_hexColumns = 0;
    QString text = wholeText(notice);
    const bool cut = text.size() > ShownAtOnce && !m_showAll;
    m_showAllButton->setVisible(cut);
    if (cut) {
        text.truncate(ShownAtOnce);
        const QString beginning = tr("Only the beginning is shown.");
        notice = notice.isEmpty() ? beginning : notice + u' ' + beginning;
        m_showAllButton->setText(tr("Show all %1").arg(bytesText(quint64(m_shown.payload.size()))));
    }
    m_notice->setText(notice);
    m_notice->setVisible(!notice.isEmpty());
    describeCopy(!text.isEmpty());
    m_text->setPlainText(text);
}

QString PayloadView::wholeText(QString &notice)
{
    const auto tab = Tab(std::min(m_tabs->currentIndex(), int(Tab::Hex)));
    const bool binary = m_shown.opcode == Opcode::Binary;
    const bool asHex = tab == Tab::Hex || (tab == Tab::Tree && binary);
    m_highlighter->setActive(tab == Tab::Tree && !binary && m_shown.isMessage);
    m_text->setLineWrapMode(asHex ? QPlainTextEdit::NoWrap : QPlainTextEdit::WidgetWidth);
    if (m_shown.payload.isEmpty())
        return {};
    if (asHex) {
        m_hexColumns = fittingHexColumns();
        return hexDump(m_shown.payload, m_hexColumns);
    }
    if (tab == Tab::Raw || !m_shown.isMessage)
        return readableLines(m_shown.payload);
    auto pretty = prettyJson(m_shown.payload);
    if (pretty)
        return std::move(pretty).value();
    m_highlighter->setActive(false);
    if (notice.isEmpty())
        notice = tr("Not JSON, shown as it is: %1").arg(pretty.error().message);
    return readableLines(m_shown.payload);
}

int PayloadView::fittingHexColumns() const
{
    const int room = m_text->viewport()->width() - 2 * spacing::Large;
    const int character = QFontMetrics(m_text->font()).horizontalAdvance(u'0');
    return hexDumpWidth(m_shown.payload.size(), 16) * character <= room ? 16 : 8;
}

void PayloadView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // Beside narrow columns the tabs need the room; the icon says enough.
    const QString copy = tr("Copy");
    const int wordWidth = m_copy->fontMetrics().horizontalAdvance(copy);
    const int others = m_tabs->sizeHint().width() + m_copy->iconSize().width() + 4 * spacing::Page;
    const bool isNarrow = others + wordWidth > width();
    m_copy->setText(isNarrow ? QString() : copy);
    m_copy->setMaximumWidth(isNarrow ? m_copy->sizeHint().height() : QWIDGETSIZE_MAX);
    if (m_hexColumns != 0 && m_hexColumns != fittingHexColumns())
        refill();
}

void PayloadView::describeCopy(bool possible)
{
    m_copied->clear();
    m_copy->setEnabled(possible);
    const QString tip = possible
                            ? tr("Copy all of the payload in this form, also what is not shown. "
                                 "Secrets in it are copied too.")
                            : tr("There is nothing to copy: no byte of a payload is here");
    m_copy->setToolTip(tip);
    m_copy->setAccessibleDescription(tip);
}

/// All that the log holds of it, however much of that is shown.
void PayloadView::copyText()
{
    QString notice = m_shown.notice;
    QGuiApplication::clipboard()->setText(wholeText(notice));
    const QString size = bytesText(quint64(m_shown.payload.size()));
    m_copied->setText(m_shown.notice.isEmpty() ? tr("Copied all %1").arg(size)
                                               : tr("Copied the %1 that were kept").arg(size));
    m_copied->setAccessibleName(m_copied->text());
}

} // namespace signalbox
