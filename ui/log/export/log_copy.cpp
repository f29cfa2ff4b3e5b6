// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/export/log_copy.h"

#include "core/owned_thread.h"
#include "ui/log/export/copy_worker.h"
#include "ui/log/export/progress_row.h"
#include "ui/log/log_text.h"
#include "ui/theme/measure_text.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace signalbox {

class LogCopy::Thread : public OwnedThread<CopyWorker>
{
public:
    using OwnedThread::OwnedThread;
};

LogCopy::LogCopy(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_progress(new ProgressRow(tr("Rows that are in the text"), this))
    , m_export(new QPushButton(tr("Export selected…"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_hide(new QPushButton(tr("Hide"), this))
{
    qRegisterMetaType<WorkProgress>();
    qRegisterMetaType<Result<QString>>();
    setObjectName(QStringLiteral("logCopy"));
    m_text->setObjectName(QStringLiteral("copyText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_export->setObjectName(QStringLiteral("exportInstead"));
    m_export->setToolTip(tr("Write the selected rows into a file instead"));
    m_cancel->setObjectName(QStringLiteral("cancelCopy"));
    m_cancel->setToolTip(tr("The clipboard stays as it is"));
    m_hide->setObjectName(QStringLiteral("hideCopy"));
    m_hide->setToolTip(tr("Put this notice away"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(spacing::Large, spacing::Small, spacing::Large, spacing::Small);
    layout->setSpacing(spacing::Medium);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_progress);
    for (QPushButton *button : {m_export, m_cancel, m_hide})
        layout->addWidget(button);
    connect(m_export, &QPushButton::clicked, this, &LogCopy::exportRequested);
    connect(m_cancel, &QPushButton::clicked, this, [this] { cancel(Wanted::Notice); });
    connect(m_hide, &QPushButton::clicked, this, &QWidget::hide);
    connect(&m_theme, &Theme::changed, this, &LogCopy::applyTheme);
    applyTheme();
    hide();
}

LogCopy::~LogCopy() = default;

void LogCopy::copy(const LogSelection &rows)
{
    if (rows.positions.isEmpty())
        return;
    if (areFew(rows)) {
        cancel(Wanted::Nothing);
        copyNow(rows);
        return;
    }
    if (!m_thread) {
        m_thread = std::make_unique<Thread>(QStringLiteral("log copy"));
        connect(m_thread->engine(), &CopyWorker::progressed, m_progress, &ProgressRow::setProgress);
        connect(m_thread->engine(), &CopyWorker::finished, this, &LogCopy::take);
    }
    m_rows = rows.positions.size();
    ++m_underway;
    m_wanted = Wanted::Text;
    m_thread->post([rows](CopyWorker &worker) { worker.start(rows); });
    m_progress->setProgress({0, m_rows, 0});
    say(tr("Copying %1 rows").arg(countText(quint64(m_rows))));
    m_progress->show();
    m_cancel->show();
    m_hide->hide();
}

bool LogCopy::areFew(const LogSelection &rows)
{
    if (rows.positions.size() > FewRows)
        return false;
    qint64 bytes = 0;
    for (const quint64 position : rows.positions)
        bytes += rows.log.at(position).payload.size();
    return bytes <= FewBytes;
}

void LogCopy::copyNow(const LogSelection &rows)
{
    QStringList lines;
    lines.reserve(rows.positions.size());
    for (const quint64 position : rows.positions)
        lines += logLine(rows.log.glance(position));
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
    hide();
}

void LogCopy::cancel(Wanted instead)
{
    m_wanted = instead; // its text may be on its way here already
    if (m_underway > 0)
        m_thread->post([](CopyWorker &worker) { worker.cancel(); });
}

void LogCopy::take(const Result<QString> &text)
{
    if (--m_underway > 0 || m_wanted == Wanted::Nothing)
        return;
    const QString rows = countText(quint64(m_rows));
    if (text && m_wanted == Wanted::Text) {
        QGuiApplication::clipboard()->setText(*text);
        say(tr("Copied %1 rows.").arg(rows));
    } else if (text || text.error().code == Error::Code::Cancelled) {
        say(tr("Nothing was copied; the clipboard is as it was."));
    } else {
        say(tr("Nothing was copied: the text of %1 rows is larger than %2, the most that goes onto "
               "the clipboard.")
                .arg(rows, sizeText(quint64(MaxCopiedBytes))),
            true);
    }
}

void LogCopy::say(const QString &sentence, bool offersExport)
{
    m_text->setText(sentence);
    setAccessibleName(sentence);
    const bool hadFocus = m_cancel->hasFocus();
    m_progress->hide();
    m_cancel->hide();
    m_hide->show();
    m_export->setVisible(offersExport);
    m_icon->setVisible(offersExport);
    if (hadFocus)
        m_hide->setFocus();
    show();
}

void LogCopy::applyTheme()
{
    m_icon->setPixmap(m_theme.icon(QStringLiteral("warning"), ColorRole::Warning).pixmap(16));
}

} // namespace signalbox
