// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payload/json_tree_model.h"

#include "core/escaped_text.h"
#include "ui/payload/json_path.h"
#include "ui/payload/json_scanner.h"
#include "ui/theme/theme.h"
#include "ui/theme/tool_tip_text.h"

#include <QStringList>

#include <algorithm>

namespace signalbox {

namespace {

/// A cell shows no more of a text than this, and a sign that there is more.
constexpr qsizetype ShownCharacters = 1'000;
constexpr quint32 Root = 0;

QString beginning(const QString &text)
{
    if (text.size() <= ShownCharacters)
        return text;
    const bool cutsPair = text[ShownCharacters - 1].isHighSurrogate();
    return text.first(ShownCharacters - (cutsPair ? 1 : 0)) + u'…';
}

/// In the tree.
quint32 numberOf(const QModelIndex &index)
{
    return index.isValid() ? quint32(index.internalId()) : Root;
}

bool isContainer(const JsonNode &node)
{
    return node.shape == JsonShape::Object || node.shape == JsonShape::Array;
}

/// Besides the outermost one.
bool hasMoreValues(QByteArrayView utf8, qsizetype most)
{
    qsizetype values = -1;
    JsonScanner scanner(utf8);
    while (const auto token = scanner.next()) {
        switch (token->kind) {
        case JsonKind::String:
        case JsonKind::Number:
        case JsonKind::Literal:
        case JsonKind::Open:
            if (++values > most)
                return true;
            break;
        default:
            break;
        }
    }
    return false;
}

/// The beginning of a text or a name, at least as much of it as is shown, however long it is.
QString shownString(QByteArrayView quoted)
{
    constexpr qsizetype Escape = 6; // bytes that `\u0041` takes for one character
    constexpr qsizetype Enough = (ShownCharacters + 2) * Escape;
    if (quoted.size() <= Enough + Escape)
        return beginning(escapedText(jsonText(quoted)));
    qsizetype end = 1;
    while (end < Enough) {
        if (quoted[end] != '\\')
            ++end;
        else
            end += quoted[end + 1] == 'u' ? Escape : 2;
    }
    return beginning(escapedText(jsonText(quoted.first(end).toByteArray() + '"')));
}

} // namespace

JsonTreeModel::JsonTreeModel(const Theme &theme, QObject *parent)
    : QAbstractItemModel(parent)
    , m_theme(theme)
{ }

JsonTreeFit JsonTreeModel::setJson(const QByteArray &utf8)
{
    // Each takes two bytes at least, with what parts it from the next.
    const bool tooMany = utf8.size() / 2 > MostValues && hasMoreValues(utf8, MostValues);
    beginResetModel();
    m_tree.reset();
    m_utf8 = tooMany ? QByteArray() : utf8;
    m_tree = JsonTree::parse(m_utf8);
    if (m_tree && m_tree->root().firstChild == JsonNode::None)
        m_tree.reset();
    if (!m_tree)
        m_utf8.clear();
    findPlaces();
    endResetModel();
    if (tooMany)
        return JsonTreeFit::TooManyValues;
    return m_tree ? JsonTreeFit::Shown : JsonTreeFit::NothingToUnfold;
}

void JsonTreeModel::findPlaces()
{
    const quint32 count = m_tree ? m_tree->count() : 0;
    m_places.assign(std::max<size_t>(count, 1), {});
    m_children.clear();
    m_children.reserve(count);
    for (quint32 number = Root; number < count; ++number) {
        Place &place = m_places[number];
        place.firstChild = qsizetype(m_children.size());
        for (quint32 child = m_tree->node(number).firstChild; child != JsonNode::None;
             child = m_tree->node(child).nextSibling) {
            m_places[child].parent = number;
            m_places[child].row = place.children++;
            m_children.push_back(child);
        }
    }
}

const JsonNode &JsonTreeModel::nodeOf(const QModelIndex &index) const
{
    return m_tree->node(numberOf(index));
}

bool JsonTreeModel::isElement(const QModelIndex &index) const
{
    return m_tree->node(m_places[numberOf(index)].parent).shape == JsonShape::Array;
}

QString JsonTreeModel::valueText(const QModelIndex &index) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const JsonNode &node = nodeOf(index);
    return node.shape == JsonShape::Text ? jsonText(node.text) : QString::fromUtf8(node.text);
}

QString JsonTreeModel::path(const QModelIndex &index) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    QStringList steps;
    for (QModelIndex at = index; at.isValid(); at = at.parent())
        steps.prepend(isElement(at) ? jsonPathStep(at.row())
                                    : jsonPathStep(jsonText(nodeOf(at).key)));
    return u'$' + steps.join(QString());
}

QModelIndex JsonTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const qsizetype child = m_places[numberOf(parent)].firstChild + row;
    return createIndex(row, column, quintptr(m_children[size_t(child)]));
}

QModelIndex JsonTreeModel::parent(const QModelIndex &index) const
{
    const quint32 parent = index.isValid() ? m_places[numberOf(index)].parent : Root;
    return parent == Root ? QModelIndex()
                          : createIndex(m_places[parent].row, Name, quintptr(parent));
}

int JsonTreeModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > Name ? 0 : m_places[numberOf(parent)].children;
}

int JsonTreeModel::columnCount(const QModelIndex & /*parent*/) const
{
    return ColumnCount;
}

QVariant JsonTreeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return shownText(index);
    case Qt::ToolTipRole:
        return toolTipText(beginning(index.column() == Name ? path(index) : spokenText(index)));
    case Qt::AccessibleTextRole:
        return spokenText(index);
    case Qt::ForegroundRole:
        return color(index);
    default:
        return {};
    }
}

QVariant JsonTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Name ? tr("Name") : tr("Value");
}

QString JsonTreeModel::shownText(const QModelIndex &index) const
{
    const JsonNode &node = nodeOf(index);
    if (index.column() == Name)
        return isElement(index) ? QString::number(index.row()) : shownString(node.key);
    const QString count = QString::number(m_places[numberOf(index)].children);
    switch (node.shape) {
    case JsonShape::Object:
        return QStringLiteral("{%1}").arg(count);
    case JsonShape::Array:
        return QStringLiteral("[%1]").arg(count);
    case JsonShape::Text:
        return QStringLiteral("\"%1\"").arg(shownString(node.text));
    case JsonShape::Scalar:
        break;
    }
    constexpr qsizetype Enough = (ShownCharacters + 2) * 4; // a character has at most four bytes
    return beginning(escapedUtf8(node.text.first(std::min(node.text.size(), Enough))));
}

/// What the brackets around a count mean.
QString JsonTreeModel::spokenText(const QModelIndex &index) const
{
    const JsonNode &node = nodeOf(index);
    if (index.column() == Name || !isContainer(node))
        return shownText(index);
    const QString count = QString::number(m_places[numberOf(index)].children);
    return node.shape == JsonShape::Object ? tr("object, members: %1").arg(count)
                                           : tr("array, elements: %1").arg(count);
}

QColor JsonTreeModel::color(const QModelIndex &index) const
{
    const JsonNode &node = nodeOf(index);
    if (index.column() == Name)
        return m_theme.color(isElement(index) ? ColorRole::Muted : ColorRole::ClientToServer);
    if (isContainer(node))
        return m_theme.color(ColorRole::Muted);
    return m_theme.color(node.shape == JsonShape::Text ? ColorRole::ServerToClient
                                                       : ColorRole::Warning);
}

} // namespace signalbox
