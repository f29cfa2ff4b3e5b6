// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

#include <memory>
#include <vector>

namespace signalbox {

/// A row of widgets that goes on in another line where there is no room for all of them.
class WrapLayout : public QLayout
{
    Q_OBJECT

public:
    explicit WrapLayout(QWidget *parent = nullptr);
    ~WrapLayout() override;

    /// Widgets are as wide as their size hint; this one is between its minimum and its maximum.
    void addStretching(QWidget *widget);
    /// And this one between its minimum and its size hint.
    void addShrinking(QWidget *widget);
    /// A gap between two widgets, beside the spacing.
    void addGap(int width);
    /// What comes behind it moves to the right edge, as long as it is in the same line.
    void addStretch();

    /// Where each line is, as far as nothing in it stretches: Qt::AlignLeft or Qt::AlignHCenter.
    void setLineAlignment(Qt::AlignmentFlag alignment) { m_lineAlignment = alignment; }

    void addItem(QLayoutItem *item) override;
    [[nodiscard]] int count() const override { return int(m_parts.size()); }
    [[nodiscard]] QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    void setGeometry(const QRect &rect) override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

private:
    enum class Width : quint8 { Hint, UpToHint, UpToMaximum };
    struct Part
    {
        std::unique_ptr<QLayoutItem> item;
        Width width = Width::Hint;

        [[nodiscard]] int leastWidth() const;
        [[nodiscard]] int mostWidth() const;
    };
    using Line = std::vector<const Part *>;

    [[nodiscard]] std::vector<Line> lines(int width) const;
    [[nodiscard]] int widthOf(const Line &line) const;
    static int heightOf(const Line &line);
    void place(const Line &line, QRect rect) const;

    std::vector<Part> m_parts;
    Qt::AlignmentFlag m_lineAlignment = Qt::AlignLeft;
};

} // namespace signalbox
