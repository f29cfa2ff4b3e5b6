// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payload/payload_view.h"

#include "core/escaped_text.h"
#include "ui/payload/json_highlighter.h"
#include "ui/payload/json_tree_model.h"
#include "ui/payload/json_tree_view.h"
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
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox {

namespace {

/// More than this is shown only when asked for, and the view says so.
constexpr qsizetype ShownAtOnce = qsizetype(64) * 1024;
constexpr int FirstAddedTab = 4; // behind tree, pretty, raw and hex
constexpr int FirstAddedPage = 2; // behind the text and the tree

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
    , m_tree(new JsonTreeView(theme, this))
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
    m_stack->addWidget(m_tree);
    layout->addWidget(m_stack, 1);
    layout->addStretch(); // in its place while there is nothing to show
    setTabOrder(m_tabs, m_copy);
    setTabOrder(m_copy, m_showAllButton);
    setTabOrder(m_showAllButton, m_text);
    setTabOrder(m_text, m_tree);

    connect(m_copy, &QPushButton::clicked, this, &PayloadView::copyText);
    connect(m_showAllButton, &QPushButton::clicked, this, [this] {
        m_showAll = true;
        m_treeFit.reset();
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
    m_tabs->setUsesScrollButtons(true);
    m_tabs->setElideMode(Qt::ElideNone);
    const auto add = [this](const QString &title, const QString &toolTip) {
        m_tabs->setTabToolTip(m_tabs->addTab(title), toolTip);
    };
    add(tr("Tree"), tr("JSON whose objects and arrays fold; its menu copies a value or its path"));
    add(tr("Pretty"), tr("Indented JSON"));
    add(tr("Raw"), tr("The text as it was sent; invisible characters are escaped"));
    add(tr("Hex"), tr("The bytes"));
    const auto scrollers = m_tabs->findChildren<QToolButton *>();
    for (QToolButton *scroller : scrollers)
        scroller->setToolTip(tr("More ways to show it"));
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
    // The same one again, as when a filter lets it through again, stays as it was folded.
    const bool isSame = shown.opcode == m_shown.opcode && shown.isMessage == m_shown.isMessage
                        && shown.payload == m_shown.payload;
    if (!isSame || m_showAll)
        m_treeFit.reset();
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
    m_treeFit.reset();
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
    m_tabs->setCurrentIndex(FirstAddedTab - FirstAddedPage + m_stack->indexOf(view));
}

void PayloadView::refill()
{
    const int tab = m_tabs->isHidden() ? -1 : m_tabs->currentIndex();
    const bool isAdded = tab >= FirstAddedTab;
    QWidget *page = m_text;
    if (isAdded)
        page = m_stack->widget(FirstAddedPage + tab - FirstAddedTab);
    else if (tab == int(Tab::Tree) && treeFit() == JsonTreeFit::Shown)
        page = m_tree;
    m_stack->setCurrentWidget(page);
    m_stack->setVisible(tab >= 0);
    m_copy->setVisible(tab >= 0 && !isAdded);
    if (page == m_text) {
        refillText();
        return;
    }
    m_text->clear();
    m_hexColumns = 0;
    m_showAllButton->hide();
    showNotice(m_shown.notice);
    describeCopy(true);
}

/// Whether there is a tree of it, which is made once: it stays as the operator folds it.
JsonTreeFit PayloadView::treeFit()
{
    if (!m_treeFit) {
        const bool isText = m_shown.isMessage && m_shown.opcode == Opcode::Text;
        const bool isDue = isText && (m_showAll || m_shown.payload.size() <= ShownAtOnce);
        m_treeFit = m_tree->setJson(isDue ? m_shown.payload : QByteArray());
    }
    return *m_treeFit;
}

void PayloadView::refillText()
{
    TextForm form = textForm();
    m_hexColumns = form.hexColumns;
    m_highlighter->setActive(form.isJson);
    m_text->setLineWrapMode(form.hexColumns > 0 ? QPlainTextEdit::NoWrap
                                                : QPlainTextEdit::WidgetWidth);
    QStringList notices{form.notice};
    const bool isCut = form.text.size() > ShownAtOnce && !m_showAll;
    if (isCut) {
        form.text.truncate(ShownAtOnce);
        notices += tr("Only the beginning is shown.");
    }
    const bool onTree = m_tabs->currentIndex() == int(Tab::Tree);
    const bool treeWaits =
        onTree && form.isJson && m_shown.payload.size() > ShownAtOnce && !m_showAll;
    if (treeWaits)
        notices += tr("It becomes a tree when all is shown.");
    else if (onTree && m_treeFit == JsonTreeFit::TooManyValues)
        notices += tr("Indented, as it has too many values for a tree.");
    m_showAllButton->setVisible(isCut || treeWaits);
    m_showAllButton->setText(tr("Show all %1").arg(bytesText(quint64(m_shown.payload.size()))));
    notices.removeAll(QString());
    showNotice(notices.join(u' '));
    describeCopy(!form.text.isEmpty());
    m_text->setPlainText(form.text);
}

void PayloadView::showNotice(const QString &notice)
{
    m_notice->setText(notice);
    m_notice->setVisible(!notice.isEmpty());
}

PayloadView::TextForm PayloadView::textForm() const
{
    const auto tab = Tab(std::min(m_tabs->currentIndex(), int(Tab::Hex)));
    const bool binary = m_shown.opcode == Opcode::Binary;
    const bool asJson = tab == Tab::Tree || tab == Tab::Pretty;
    TextForm form;
    form.notice = m_shown.notice;
    if (m_shown.payload.isEmpty())
        return form;
    if (tab == Tab::Hex || (asJson && binary)) {
        form.hexColumns = fittingHexColumns();
        form.text = hexDump(m_shown.payload, form.hexColumns);
        return form;
    }
    if (!asJson || !m_shown.isMessage) {
        form.text = readableLines(m_shown.payload);
        return form;
    }
    auto pretty = prettyJson(m_shown.payload);
    form.isJson = bool(pretty);
    if (form.isJson) {
        form.text = std::move(pretty).value();
        return form;
    }
    form.text = readableLines(m_shown.payload);
    if (form.notice.isEmpty())
        form.notice = tr("Not JSON, shown as it is: %1").arg(pretty.error().message);
    return form;
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
                            ? tr("Copy all of the payload in this form (a tree as indented JSON), "
                                 "also what is not shown. Secrets in it are copied too.")
                            : tr("There is nothing to copy: no byte of a payload is here");
    m_copy->setToolTip(tip);
    m_copy->setAccessibleDescription(tip);
}

/// All that the log holds of it, however much of that is shown.
void PayloadView::copyText()
{
    QGuiApplication::clipboard()->setText(textForm().text);
    const QString size = bytesText(quint64(m_shown.payload.size()));
    m_copied->setText(m_shown.notice.isEmpty() ? tr("Copied all %1").arg(size)
                                               : tr("Copied the %1 that were kept").arg(size));
    m_copied->setAccessibleName(m_copied->text());
}

} // namespace signalbox
