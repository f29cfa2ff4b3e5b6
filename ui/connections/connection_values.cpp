// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connection_values.h"

#include "core/escaped_text.h"
#include "ui/connections/connection_model.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace signalbox {

namespace {

/// More would not be read, only searched.
constexpr qsizetype MaxValues = 2'000;

void addValues(QSet<QByteArray> &values, const ConnectionRow &row, FilterField field)
{
    switch (field) {
    case FilterField::User:
        values.insert(row.status.user.utf8());
        break;
    case FilterField::Room:
        for (const RoomName &room : row.status.rooms)
            values.insert(room.utf8());
        break;
    case FilterField::Path:
        values.insert(row.handshake.path);
        break;
    case FilterField::Address:
        values.insert(row.handshake.peerAddress.toUtf8());
        break;
    case FilterField::Origin:
        values.insert(row.handshake.origin);
        break;
    default:
        break;
    }
}

QString roomTerm(const RoomName &room)
{
    const QString name = room.toString();
    if (std::ranges::all_of(name, [](QChar c) { return c.isLetterOrNumber() || c == u'-'; }))
        return QStringLiteral("room=") + name;
    if (escapedText(name) == name) {
        QString quoted = name;
        quoted.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
        return QStringLiteral("room=\"%1\"").arg(quoted);
    }
    QString expression;
    const auto codePoints = name.toUcs4();
    for (const uint c : codePoints) {
        if (QChar::isLetterOrNumber(c))
            expression += QChar::fromUcs4(c);
        else
            expression += QStringLiteral("\\x{%1}").arg(c, 0, 16);
    }
    return QStringLiteral("room:/^%1$/").arg(expression);
}

} // namespace

QStringList connectionValues(const ConnectionModel &model, FilterField field)
{
    QSet<QByteArray> values;
    for (int row = 0; row < model.rowCount() && values.size() < MaxValues; ++row)
        addValues(values, model.at(row), field);
    values.remove({});
    QStringList texts;
    texts.reserve(values.size());
    for (const QByteArray &value : std::as_const(values))
        texts += QString::fromUtf8(value);
    return texts;
}

QString roomFilterText(const RoomName &room)
{
    return roomTerm(room) + QStringLiteral(" -state=closed");
}

} // namespace signalbox
