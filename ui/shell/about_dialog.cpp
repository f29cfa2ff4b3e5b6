// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/about_dialog.h"

#include "ui/theme/console_style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/dialog_size.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSysInfo>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace signalbox {

namespace {

constexpr int IconSize = 56;

struct Library
{
    QString name;
    QString version;
    QString licence;
};

QList<Library> libraries()
{
    return {
        {QStringLiteral("Qt"), QString::fromLatin1(qVersion()), QStringLiteral("LGPL-3.0-only")},
        {QStringLiteral("simdjson"), QStringLiteral(SIGNALBOX_SIMDJSON_VERSION),
         QStringLiteral("Apache-2.0")}};
}

QString programText()
{
    return QStringLiteral("Signalbox " SIGNALBOX_VERSION);
}

/// For a report of a fault.
QString versionsText()
{
    QStringList lines{programText()};
    for (const Library &library : libraries())
        lines += library.name + u' ' + library.version;
    lines += QSysInfo::prettyProductName() + u' ' + QSysInfo::currentCpuArchitecture();
    return lines.join(u'\n');
}

QTreeWidget *libraryList(QWidget *parent)
{
    auto *list = new QTreeWidget(parent);
    list->setAccessibleName(AboutDialog::tr("Libraries"));
    list->setHeaderLabels(
        {AboutDialog::tr("Library"), AboutDialog::tr("Version"), AboutDialog::tr("Licence")});
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setAlternatingRowColors(true);
    for (const Library &library : libraries())
        list->addTopLevelItem(
            new QTreeWidgetItem({library.name, library.version, library.licence}));
    list->header()->resizeSections(QHeaderView::ResizeToContents);
    list->setCurrentItem(list->topLevelItem(0));
    return list;
}

} // namespace

AboutDialog::AboutDialog(const Theme &theme, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("About Signalbox"));
    auto *icon = new QLabel(this);
    icon->setPixmap(theme.icon(QStringLiteral("signalbox"), ColorRole::Accent)
                        .pixmap(QSize(IconSize, IconSize), devicePixelRatioF()));
    auto *name = new QLabel(programText(), this);
    name->setObjectName(QStringLiteral("program"));
    QFont title = theme.uiFont();
    title.setBold(true);
    title.setPointSizeF(title.pointSizeF() + 4);
    name->setFont(title);
    auto *text = new QLabel(tr("A WebSocket server, its switchboard and its test client.\n\n"
                               "Free software under the GNU General Public License, version 3 or "
                               "later (GPL-3.0-or-later): you may use, change and pass it on under "
                               "its terms. It comes without any warranty."),
                            this);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);

    auto *buttons = new QDialogButtonBox(this);
    auto *copy = buttons->addButton(tr("Copy versions"), QDialogButtonBox::ActionRole);
    copy->setToolTip(tr("For a report: program, libraries and system"));
    connect(copy, &QPushButton::clicked, this,
            [] { QGuiApplication::clipboard()->setText(versionsText()); });
    buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole)->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *head = new QHBoxLayout;
    head->setSpacing(spacing::Page);
    head->addWidget(icon);
    head->addWidget(name, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::Page, spacing::Page, spacing::Page, spacing::Page);
    layout->setSpacing(spacing::Large);
    layout->addLayout(head);
    layout->addWidget(text);
    layout->addWidget(libraryList(this), 1);
    layout->addWidget(buttons);
    resizeZoomed(*this, theme, {480, 360});
}

} // namespace signalbox
