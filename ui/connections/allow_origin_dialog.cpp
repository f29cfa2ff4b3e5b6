// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/allow_origin_dialog.h"

#include "core/escaped_text.h"

#include <QPushButton>

namespace signalbox {

AllowOriginDialog::AllowOriginDialog(const QString &origin, const QStringList &now,
                                     const QStringList &then, QWidget *parent)
    : ChoiceDialog(parent)
{
    setWindowTitle(tr("Allow this origin"));
    QString explanation =
        tr("allowedOrigins will be: %1").arg(escapedText(then.join(QStringLiteral(", "))));
    if (now.isEmpty())
        explanation += QStringLiteral("\n\n")
                       + tr("Until now it was empty, which allows pages of the same host and, on "
                            "loopback, of any local one. A list allows what is in it; the origins "
                            "of those who are connected are added to it.");
    setQuestion(tr("Allow pages of %1 to connect?").arg(escapedText(origin)), explanation);
    connect(addChoice(tr("Allow"), QStringLiteral("allowOrigin")), &QPushButton::clicked, this,
            &AllowOriginDialog::allowed);
}

} // namespace signalbox
