// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/dialog_state.h"

#include "ui/widgets/data_table.h"

#include <QCoreApplication>
#include <QDialog>
#include <QScreen>
#include <QSettings>
#include <QSplitter>

#include <utility>

namespace signalbox {

DialogState::DialogState(QDialog *dialog, DataTable *table, QString name, QSplitter *splitter)
    : QObject(dialog)
    , m_dialog(dialog)
    , m_table(table)
    , m_name(std::move(name))
    , m_splitter(splitter)
{
    restore();
    connect(dialog, &QDialog::finished, this, &DialogState::save);
    connect(qApp, &QCoreApplication::aboutToQuit, this, &DialogState::save);
}

QString DialogState::key(QStringView part) const
{
    return QStringLiteral("window/dialogs/%1/%2").arg(m_name, part);
}

void DialogState::restore()
{
    const QSettings settings;
    const QSize size = settings.value(key(u"size")).toSize();
    if (size.isValid())
        m_dialog->resize(size.boundedTo(m_dialog->screen()->availableSize()));
    m_table->restoreColumns(settings.value(key(u"columns")).toByteArray());
    if (m_splitter)
        m_splitter->restoreState(settings.value(key(u"splitter")).toByteArray());
}

void DialogState::save() const
{
    QSettings settings;
    settings.setValue(key(u"size"), m_dialog->size());
    settings.setValue(key(u"columns"), m_table->saveColumns());
    if (m_splitter)
        settings.setValue(key(u"splitter"), m_splitter->saveState());
}

} // namespace signalbox
