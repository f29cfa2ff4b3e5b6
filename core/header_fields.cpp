// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/header_fields.h"

namespace signalbox {

HeaderFields::Field HeaderFields::at(qsizetype index) const
{
    const Place place = m_places.at(index);
    const qsizetype end = index + 1 < size() ? m_places.at(index + 1).name : m_text.size();
    const QByteArrayView text = m_text;
    return {text.sliced(place.name, place.value - place.name),
            text.sliced(place.value, end - place.value)};
}

QByteArrayView HeaderFields::value(QByteArrayView name) const
{
    for (const auto &[key, value] : *this) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

qsizetype HeaderFields::count(QByteArrayView name) const
{
    qsizetype found = 0;
    for (const auto &[key, value] : *this) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            ++found;
    }
    return found;
}

void HeaderFields::append(QByteArrayView name, QByteArrayView value)
{
    const auto begin = static_cast<quint32>(m_text.size());
    m_places.append({begin, begin + static_cast<quint32>(name.size())});
    m_text.append(name).append(value);
}

void HeaderFields::squeeze()
{
    m_text.squeeze();
    m_places.squeeze();
}

} // namespace signalbox
