// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/export/progress_row.h"

#include "ui/theme/measure_text.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>

namespace signalbox {

namespace {

constexpr int Steps = 1'000; // of the bar; there are more records than an int may hold

} // namespace

ProgressRow::ProgressRow(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_bar(new QProgressBar(this))
    , m_text(new QLabel(this))
{
    m_bar->setRange(0, Steps);
    m_bar->setTextVisible(false);
    m_bar->setFixedSize(160, spacing::Medium);
    m_bar->setAccessibleName(name);
    m_text->setObjectName(QStringLiteral("progressText"));
    m_text->setTextFormat(Qt::PlainText);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::Large);
    layout->addWidget(m_bar);
    layout->addWidget(m_text, 1);
}

void ProgressRow::setProgress(const WorkProgress &progress)
{
    const qsizetype all = progress.total + progress.toLook;
    const double share = all > 0 ? double(progress.done + progress.looked) / double(all) : 0;
    m_bar->setValue(int(share * Steps));
    if (progress.done == 0 && progress.looked > 0 && progress.looked < progress.toLook) {
        m_text->setText(
            tr("Looking over the log: %1 %").arg(100 * progress.looked / progress.toLook));
        return;
    }
    m_text->setText(tr("%1 of %2 · %3")
                        .arg(countText(quint64(progress.done)),
                             counted(quint64(progress.total), tr("one record"), tr("%1 records")),
                             bytesText(quint64(progress.bytes))));
}

} // namespace signalbox
