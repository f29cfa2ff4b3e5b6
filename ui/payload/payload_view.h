// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/opcode.h"

#include <QByteArray>
#include <QWidget>

#include <optional>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QTabBar;

namespace signalbox {

class ElidedLabel;
class JsonHighlighter;
class JsonTreeView;
class Theme;
enum class JsonTreeFit : quint8;

/// What a PayloadView shows.
struct ShownPayload
{
    QString title; ///< plain text: `#12393  server → 12 in lobby`
    QString facts; ///< a second, quieter line; empty for none
    Opcode opcode = Opcode::Text;
    QByteArray payload;
    QString notice; ///< why bytes are missing, empty if none are
    bool isMessage = true; ///< not a plain sentence, such as the reason of an end
};

/// The details of one message: its title, and its payload as a tree, as indented JSON, as raw text
/// and as hex.
class PayloadView : public QWidget
{
    Q_OBJECT

public:
    /// `theme` must outlive the view.
    explicit PayloadView(const Theme &theme, QWidget *parent = nullptr);

    void show(const ShownPayload &shown);
    /// Shows nothing but what to do to see something.
    void showHint(const QString &hint);

    /// One more way to look at a message, in a tab behind the others; it has its own buttons.
    void addView(QWidget *view, const QString &title, const QString &toolTip);
    void chooseView(QWidget *view);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Tab : quint8 { Tree, Pretty, Raw, Hex };
    /// All of a payload as text, however much of it is shown.
    struct TextForm
    {
        QString text;
        QString notice;
        bool isJson = false;
        int hexColumns = 0; ///< 0: no hex
    };

    void buildTabs();
    void applyTheme();
    void refill();
    JsonTreeFit treeFit();
    void refillText();
    void showNotice(const QString &notice);
    [[nodiscard]] TextForm textForm() const;
    [[nodiscard]] int fittingHexColumns() const;
    void describeCopy(bool possible);
    void copyText();

    const Theme &m_theme;
    ShownPayload m_shown;
    bool m_showAll = false;
    std::optional<JsonTreeFit> m_treeFit; ///< of what is shown, once it was asked for
    int m_hexColumns = 0; ///< of the hex that is shown, 0 while none is
    QLabel *m_title = nullptr;
    QLabel *m_facts = nullptr;
    QLabel *m_notice = nullptr;
    QTabBar *m_tabs = nullptr;
    QStackedWidget *m_stack = nullptr; ///< the text, the tree and the views that were added
    QPlainTextEdit *m_text = nullptr;
    JsonTreeView *m_tree = nullptr;
    JsonHighlighter *m_highlighter = nullptr;
    ElidedLabel *m_copied = nullptr; ///< how much was, until something else is shown
    QPushButton *m_copy = nullptr;
    QPushButton *m_showAllButton = nullptr;
};

} // namespace signalbox
