// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <utility>

namespace signalbox {

/// A filter under a name of the operator's.
struct SavedFilter
{
    QString name;
    QString text;

    friend bool operator==(const SavedFilter &, const SavedFilter &) = default;
};

/// The filters that were used last and those that were saved, kept by QSettings; all boxes of one
/// group share them.
class FilterHistory
{
public:
    static constexpr qsizetype MaxRecent = 12;
    static constexpr qsizetype MaxSaved = 100;

    explicit FilterHistory(QString group)
        : m_group(std::move(group))
    { }

    /// The last one first.
    [[nodiscard]] QStringList recent() const;
    /// Puts it in front, in the place of those; blank texts are no filters.
    void addRecent(const QString &text, const QStringList &replaced = {}) const;
    void clearRecent() const;

    /// By name.
    [[nodiscard]] QList<SavedFilter> saved() const;
    /// Replaces the one of that name; beyond MaxSaved it is not kept, and the answer is no.
    [[nodiscard]] bool save(const SavedFilter &filter) const;
    void remove(const QString &name) const;

private:
    [[nodiscard]] QString key(const char *what) const;
    void store(const QList<SavedFilter> &filters) const;

    QString m_group;
};

} // namespace signalbox
