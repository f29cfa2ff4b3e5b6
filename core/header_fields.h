// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <utility>

namespace signalbox {

/// The fields of an HTTP head in their order, names as written; values are bytes because HTTP gives
/// them no encoding. All of them share one block of memory: a server keeps those of each
/// connection.
class HeaderFields
{
public:
    /// Name and value; valid until the fields change.
    using Field = std::pair<QByteArrayView, QByteArrayView>;

    /// Reads the fields one after the other, for a range-based loop.
    class Iterator
    {
    public:
        Iterator() = default;
        Iterator(const HeaderFields *fields, qsizetype index)
            : m_fields(fields)
            , m_index(index)
        { }

        Field operator*() const { return m_fields->at(m_index); }
        Iterator &operator++()
        {
            ++m_index;
            return *this;
        }
        friend bool operator==(Iterator a, Iterator b) { return a.m_index == b.m_index; }

    private:
        const HeaderFields *m_fields = nullptr;
        qsizetype m_index = 0;
    };

    [[nodiscard]] qsizetype size() const { return m_places.size(); }
    [[nodiscard]] bool isEmpty() const { return m_places.isEmpty(); }
    [[nodiscard]] Field at(qsizetype index) const;
    /// Of the first field of that name (any case); null if there is none.
    [[nodiscard]] QByteArrayView value(QByteArrayView name) const;
    /// How many fields have that name (any case).
    [[nodiscard]] qsizetype count(QByteArrayView name) const;
    [[nodiscard]] Iterator begin() const { return {this, 0}; }
    [[nodiscard]] Iterator end() const { return {this, size()}; }

    void append(QByteArrayView name, QByteArrayView value);
    /// No more will be appended: gives back what memory is left over.
    void squeeze();

    friend bool operator==(const HeaderFields &, const HeaderFields &) = default;

private:
    struct Place
    {
        quint32 name = 0; ///< where it begins in the text; the field before ends there
        quint32 value = 0;

        friend bool operator==(Place, Place) = default;
    };

    QByteArray m_text;
    QList<Place> m_places;
};

} // namespace signalbox
