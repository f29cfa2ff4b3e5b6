// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCache>
#include <QColor>
#include <QFont>
#include <QString>
#include <QTextLayout>

#include <memory>

class QModelIndex;
class QPainter;
class QStyleOptionViewItem;

namespace signalbox {

/// What a cell of a table says, and how it looks.
struct CellText
{
    QString text;
    QFont font;
    QColor color;
    Qt::Alignment alignment;

    /// All that the model says of it, asked in one go; the rest is as in the option.
    static CellText of(const QModelIndex &index, const QStyleOptionViewItem &option);
};

/// The texts that were drawn lately, laid out and elided: most of them are drawn again soon.
class CellTextCache
{
public:
    /// Whether the text needs more than that width.
    [[nodiscard]] bool isCut(const CellText &cell, int width, Qt::TextElideMode elide);
    /// In one line, elided if it is longer than the place.
    void draw(QPainter &painter, const CellText &cell, QRect place, Qt::TextElideMode elide);

private:
    struct Key
    {
        QString text;
        QFont font;
        int width;
        Qt::TextElideMode elide;

        friend bool operator==(const Key &, const Key &) = default;
        friend size_t qHash(const Key &key, size_t seed = 0)
        {
            return ::qHash(key.text, seed) ^ size_t(key.width);
        }
    };
    /// A line of text at its natural width.
    struct Line
    {
        Line(const QString &text, const QFont &font);

        QTextLayout layout;
        qreal width = 0;
        int height = 0; ///< of its font
        int top = 0; ///< where the layout begins, from there
        bool isCut = false;
    };

    [[nodiscard]] const Line &lineOf(const CellText &cell, int width, Qt::TextElideMode elide);
    [[nodiscard]] static std::unique_ptr<Line> layOut(const Key &key);

    static constexpr int MostLines = 1'024; // several screens
    QCache<Key, Line> m_lines{MostLines};
};

} // namespace signalbox
