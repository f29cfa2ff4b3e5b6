// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filter_help.h"

#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QScreen>
#include <QUrl>

#include <array>

namespace signalbox {

namespace {

constexpr QSize PageSize(560, 520);

QString code(const QString &text, const Theme &theme)
{
    return QStringLiteral("<code style=\"font-family:'%1'\">%2</code>")
        .arg(theme.fixedFont().family(), text.toHtmlEscaped());
}

QString row(const QString &text, const QString &help, const Theme &theme, const QString &link = {})
{
    const QString shown = code(text, theme);
    const QString first =
        link.isEmpty() ? shown
                       : QStringLiteral("<a style=\"text-decoration:none\" href=\"%1\">%2</a>")
                             .arg(QString::fromLatin1(QUrl::toPercentEncoding(link)), shown);
    return QStringLiteral("<tr><td style=\"white-space:pre; padding:2px 16px 2px 0\">%1</td>"
                          "<td style=\"padding:2px 0\">%2</td></tr>")
        .arg(first, help.toHtmlEscaped());
}

} // namespace

FilterHelp::FilterHelp(FilterFields fields, const Theme &theme, QWidget *parent)
    : QTextBrowser(parent)
{
    setWindowFlags(Qt::Popup);
    setObjectName(QStringLiteral("filterHelp"));
    setAccessibleName(tr("How to write a filter"));
    setOpenLinks(false);
    setFont(theme.uiFont());
    document()->setDocumentMargin(spacing::Large);
    setHtml(page(fields, theme));
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl &link) {
        hide();
        emit exampleChosen(QUrl::fromPercentEncoding(link.toString().toLatin1()));
    });
}

void FilterHelp::openBelow(const QWidget &widget)
{
    const QRect screen = widget.screen()->availableGeometry();
    resize(PageSize.boundedTo(screen.size()));
    QPoint corner = widget.mapToGlobal(QPoint(0, widget.height() + spacing::Small / 2));
    corner.setX(std::max(std::min(corner.x(), screen.right() - width()), screen.left()));
    corner.setY(std::max(std::min(corner.y(), screen.bottom() - height()), screen.top()));
    move(corner);
    show();
    setFocus(Qt::PopupFocusReason);
}

bool FilterHelp::event(QEvent *event)
{
    // A popup is told of clicks anywhere; a scroll area does not look at them.
    if (event->type() == QEvent::MouseButtonPress
        && !rect().contains(static_cast<QMouseEvent *>(event)->position().toPoint())) {
        close();
        return true;
    }
    return QTextBrowser::event(event);
}

void FilterHelp::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_F1 || event->matches(QKeySequence::Cancel))
        close();
    else
        QTextBrowser::keyPressEvent(event);
}

QString FilterHelp::page(FilterFields fields, const Theme &theme)
{
    const auto heading = [](const QString &text) {
        return QStringLiteral("<h4 style=\"margin:12px 0 4px 0\">%1</h4>").arg(text);
    };
    const std::array<std::array<QString, 2>, 10> Syntax{{
        {QStringLiteral("error"), tr("the word, in any part")},
        {QStringLiteral("\"out of stock\""), tr("words that belong together")},
        {QStringLiteral("\"a\\u{202e}b\""), tr("a character by its number, as rows show it")},
        {QStringLiteral("/time ?out/i"), tr("a regular expression; i: in any case")},
        {QStringLiteral("user:ann"), tr("the field holds it, in any case")},
        {QStringLiteral("user=ann"), tr("the field is exactly that; != it is not")},
        {QStringLiteral("code:1000,4000..4099"), tr("one of several numbers, or a range")},
        {QStringLiteral("a b    a and b"), tr("both")},
        {QStringLiteral("a or b    a | b"), tr("at least one of both; “and” binds first")},
        {QStringLiteral("-a    not a    !(a b)"), tr("not")},
    }};
    QString html = heading(tr("How to write a filter")) + QStringLiteral("<table>");
    for (const auto &[text, help] : Syntax)
        html += row(text, help, theme);
    html += QStringLiteral("</table>") + heading(tr("Fields (click an example to use it)"))
            + QStringLiteral("<table>");
    for (const FilterFieldRow &field : filterFieldTable()) {
        const auto example = QString::fromLatin1(field.example);
        if (fields.contains(field.field))
            html += row(example, filterFieldHelp(field), theme, example);
    }
    return html + QStringLiteral("</table>");
}

} // namespace signalbox
