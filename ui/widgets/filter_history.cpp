// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filter_history.h"

#include <QSettings>

#include <algorithm>

namespace signalbox {

QStringList FilterHistory::recent() const
{
    const QStringList texts = QSettings().value(key("recent")).toStringList();
    return texts.first(std::min(MaxRecent, texts.size()));
}

void FilterHistory::addRecent(const QString &text, const QStringList &replaced) const
{
    if (text.trimmed().isEmpty())
        return;
    QStringList texts = recent();
    texts.removeIf([&](const QString &old) { return old == text || replaced.contains(old); });
    texts.prepend(text);
    QSettings().setValue(key("recent"), texts.first(std::min(MaxRecent, texts.size())));
}

void FilterHistory::clearRecent() const
{
    QSettings().remove(key("recent"));
}

QList<SavedFilter> FilterHistory::saved() const
{
    QSettings settings;
    QList<SavedFilter> filters;
    const int size = settings.beginReadArray(key("saved"));
    for (int i = 0; i < std::min(size, int(MaxSaved)); ++i) {
        settings.setArrayIndex(i);
        filters.append({settings.value(QStringLiteral("name")).toString(),
                        settings.value(QStringLiteral("text")).toString()});
    }
    settings.endArray();
    return filters;
}

bool FilterHistory::save(const SavedFilter &filter) const
{
    QList<SavedFilter> filters = saved();
    filters.removeIf([&filter](const SavedFilter &other) { return other.name == filter.name; });
    if (filters.size() >= MaxSaved)
        return false;
    const auto place = std::ranges::lower_bound(
        filters, filter.name,
        [](const QString &a, const QString &b) { return QString::localeAwareCompare(a, b) < 0; },
        &SavedFilter::name);
    filters.insert(place, filter);
    store(filters);
    return true;
}

void FilterHistory::remove(const QString &name) const
{
    QList<SavedFilter> filters = saved();
    filters.removeIf([&name](const SavedFilter &filter) { return filter.name == name; });
    store(filters);
}

QString FilterHistory::key(const char *what) const
{
    return QStringLiteral("filters/%1/%2").arg(m_group, QLatin1StringView(what));
}

void FilterHistory::store(const QList<SavedFilter> &filters) const
{
    QSettings settings;
    settings.remove(key("saved"));
    settings.beginWriteArray(key("saved"), int(filters.size()));
    for (int i = 0; i < int(filters.size()); ++i) {
        settings.setArrayIndex(i);
        settings.setValue(QStringLiteral("name"), filters.at(i).name);
        settings.setValue(QStringLiteral("text"), filters.at(i).text);
    }
    settings.endArray();
}

} // namespace signalbox
