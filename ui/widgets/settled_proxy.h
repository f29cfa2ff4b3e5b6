// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>
#include <QTimer>

class QAbstractItemView;

namespace signalbox {

/// A proxy that filters again a moment after values changed, and sorts again only while the pointer
/// is not over its view: rows never move under the hand.
class SettledProxy : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit SettledProxy(QObject *parent = nullptr);

    void setSourceModel(QAbstractItemModel *model) override;
    /// The view whose pointer counts; it must outlive the proxy or belong to the same parent.
    void setView(QAbstractItemView *view);

    void refilter();
    void resort();

    /// Whether rows would move if the pointer were not over the view.
    [[nodiscard]] bool isOrderHeld() const { return m_orderHeld; }

signals:
    void orderHeldChanged(bool held);

protected:
    /// Whether the present order changes by itself while the source's values do.
    [[nodiscard]] virtual bool isLiveColumn(int column) const = 0;
    /// The pointer leaves the view.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void settle();
    void setOrderHeld(bool held);
    [[nodiscard]] bool isInOrder() const;

    QAbstractItemView *m_view = nullptr;
    QTimer m_timer;
    bool m_orderHeld = false;
};

} // namespace signalbox
