// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connection_values.h"

#include "core/filter/filter_value.h"
#include "ui/connections/connection_model.h"

#include <QSet>

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
    return QStringLiteral("room=%1 -state=closed").arg(filterValueText(room.toString()));
}

} // namespace signalbox
