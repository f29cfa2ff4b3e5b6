// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/payload/json_tree.h"

#include <QAbstractItemModel>
#include <QByteArray>

#include <optional>
#include <vector>

namespace signalbox {

class Theme;

/// What became of a payload that was to be a tree.
enum class JsonTreeFit : quint8 {
    Shown,
    NothingToUnfold, ///< no JSON, or a text, a number, an empty object or array
    TooManyValues, ///< more than JsonTreeModel::MostValues
};

/// The values of a JSON text as rows that unfold: what names each, and what it is.
class JsonTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column : quint8 { Name, Value, ColumnCount };

    /// `theme` must outlive the model.
    explicit JsonTreeModel(const Theme &theme, QObject *parent = nullptr);

    /// More would keep the window waiting.
    static constexpr qsizetype MostValues = 100'000;

    /// Shows nothing if it does not fit.
    JsonTreeFit setJson(const QByteArray &utf8);

    /// Of rows, however deep.
    [[nodiscard]] qsizetype valueCount() const { return qsizetype(m_places.size()) - 1; }

    /// The value itself: a text without quotes and escapes, anything else as it was sent.
    [[nodiscard]] QString valueText(const QModelIndex &index) const;
    /// Where it stands, as a path of RFC 9535: `$.items[3].name`, `$['a b']`. Members of one object
    /// that have the same name have the same path.
    [[nodiscard]] QString path(const QModelIndex &index) const;

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    /// Where a value is among its siblings, and which ones are its own: `children` of them in
    /// m_children, from `firstChild` on.
    struct Place
    {
        quint32 parent = 0;
        int row = 0;
        qsizetype firstChild = 0;
        int children = 0;
    };

    void findPlaces();
    [[nodiscard]] const JsonNode &nodeOf(const QModelIndex &index) const;
    [[nodiscard]] bool isElement(const QModelIndex &index) const;
    [[nodiscard]] QString shownText(const QModelIndex &index) const;
    [[nodiscard]] QString spokenText(const QModelIndex &index) const;
    [[nodiscard]] QColor color(const QModelIndex &index) const;

    const Theme &m_theme;
    QByteArray m_utf8; ///< which the tree points into
    std::optional<JsonTree> m_tree;
    std::vector<Place> m_places{1}; ///< by the numbers of the values; the root has one always
    std::vector<quint32> m_children;
};

} // namespace signalbox
