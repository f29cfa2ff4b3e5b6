// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/console_actions.h"
#include "ui/widgets/splitter.h"

class QStackedWidget;

namespace signalbox {

/// The place of the pages: one is shown, and the log below it if the operator wants that.
class PageArea : public Splitter
{
    Q_OBJECT

public:
    explicit PageArea(QWidget *parent = nullptr);

    /// Takes the pages, in the order of Page.
    void setPages(const QList<QWidget *> &pages);
    void showPage(Page page);
    void setLogBelow(bool below);
    /// The columns of the page that is shown and of the log below it.
    void lineUpColumns();

    [[nodiscard]] Page current() const { return m_current; }
    [[nodiscard]] QWidget *currentWidget() const { return m_pages.at(int(m_current)); }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    void lineUp(const QSplitter *leader);
    [[nodiscard]] bool isLogBelow() const;

    QStackedWidget *m_stack;
    QList<QWidget *> m_pages;
    Page m_current = Page::Connections;
    bool m_logBelow = false;
    QList<int> m_sizes; // of page and log, when they were last seen together
};

} // namespace signalbox
