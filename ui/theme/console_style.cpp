// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/console_style.h"

#include "ui/theme/flat_painting.h"
#include "ui/theme/header_style.h"
#include "ui/theme/indicator_style.h"
#include "ui/theme/scroll_bar_style.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QDialog>
#include <QPainter>
#include <QStyleOption>

#include <algorithm>

namespace signalbox {

namespace {

constexpr int ControlHeight = 28;
constexpr int IconSize = 16;
constexpr const char *RoleProperty = "signalboxButtonRole";

ButtonRole buttonRole(const QWidget *widget)
{
    return widget ? ButtonRole(widget->property(RoleProperty).toUInt()) : ButtonRole::Plain;
}

QIcon tinted(const QIcon &icon, QSize size, qreal ratio, const QColor &color)
{
    QPixmap image = icon.pixmap(size, ratio);
    if (image.isNull())
        return icon;
    QPainter painter(&image);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(QRect({}, size), color);
    return {image};
}

void drawButtonPanel(const QStyleOption *option, QPainter *painter, const QWidget *widget)
{
    const QPalette &palette = option->palette;
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool pressed = option->state & QStyle::State_Sunken;
    const bool hover = enabled && option->state & QStyle::State_MouseOver;
    const bool primary = enabled && buttonRole(widget) == ButtonRole::Primary;
    const bool on = option->state & QStyle::State_On;
    QColor fill = primary ? palette.color(QPalette::Link)
                  : on    ? palette.color(QPalette::Highlight)
                          : palette.color(QPalette::Button);
    if (pressed || hover)
        fill = blend(fill, palette.color(QPalette::Text), pressed ? 0.14 : 0.06);
    QColor border = primary   ? fill
                    : on      ? palette.color(QPalette::Link)
                    : enabled ? palette.color(QPalette::Dark)
                              : palette.color(QPalette::Mid);
    drawRounded(painter, option->rect, fill, QPen(border, 1));
    // In a dialog Enter presses it, whoever opened it with the mouse too.
    const bool showsFocus = option->state & QStyle::State_KeyboardFocusChange
                            || (widget && qobject_cast<QDialog *>(widget->window()));
    if (option->state & QStyle::State_HasFocus && showsFocus)
        drawRounded(painter, option->rect.adjusted(2, 2, -2, -2), Qt::transparent,
                    QPen(palette.color(primary ? QPalette::BrightText : QPalette::Link), 1.5));
}

void drawToolPanel(const QStyleOption *option, QPainter *painter, const QWidget *widget)
{
    const bool on = option->state & QStyle::State_On;
    const bool active = option->state & (QStyle::State_Sunken | QStyle::State_MouseOver)
                        && option->state & QStyle::State_Enabled;
    if (on || active || option->state & QStyle::State_HasFocus)
        drawButtonPanel(option, painter, widget);
}

void drawFieldPanel(const QStyleOption *option, QPainter *painter)
{
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool focus = option->state & QStyle::State_HasFocus;
    const QPalette &palette = option->palette;
    const QColor border = palette.color(focus     ? QPalette::Link
                                        : enabled ? QPalette::Dark
                                                  : QPalette::Mid);
    drawRounded(painter, option->rect, palette.color(enabled ? QPalette::Base : QPalette::Window),
                QPen(border, focus ? 2 : 1));
}

void drawTabShape(const QStyleOptionTab *option, QPainter *painter)
{
    const bool selected = option->state & QStyle::State_Selected;
    const QRect line(option->rect.left(), option->rect.bottom() - 1, option->rect.width(), 2);
    if (selected)
        painter->fillRect(line, option->palette.color(QPalette::Link));
    if (option->state & QStyle::State_HasFocus)
        drawRounded(painter, option->rect.adjusted(2, 2, -2, -4), Qt::transparent,
                    QPen(option->palette.color(QPalette::Link), 1));
}

} // namespace

void setButtonRole(QAbstractButton *button, ButtonRole role)
{
    button->setProperty(RoleProperty, uint(role));
    button->update();
}

ConsoleStyle::ConsoleStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{ }

int ConsoleStyle::zoomed(int pixels) const
{
    return pixels * m_zoom / 100;
}

void ConsoleStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                                 QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        drawButtonPanel(option, painter, widget);
        return;
    case PE_PanelButtonTool:
        drawToolPanel(option, painter, widget);
        return;
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option)) {
            if (frame->lineWidth > 0)
                drawFieldPanel(option, painter);
            else
                painter->fillRect(option->rect, option->palette.brush(QPalette::Base));
        }
        return;
    case PE_Frame:
    case PE_FrameGroupBox:
    case PE_FrameTabWidget:
        painter->setPen(option->palette.color(QPalette::Mid));
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    case PE_FrameTabBarBase:
        painter->fillRect(
            QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
            option->palette.color(QPalette::Mid));
        return;
    case PE_IndicatorCheckBox:
        drawCheckBox(option, painter);
        return;
    case PE_IndicatorRadioButton:
        drawRadioButton(option, painter);
        return;
    case PE_PanelScrollAreaCorner:
        painter->fillRect(option->rect, option->palette.color(QPalette::Base));
        return;
    case PE_FrameDefaultButton:
    case PE_FrameStatusBarItem:
    case PE_IndicatorHeaderArrow:
        return;
    case PE_FrameFocusRect:
        if (qobject_cast<const QAbstractItemView *>(widget)) {
            // Filled and not drawn: a line on the edge would leave half of itself outside.
            const QRect &rect = option->rect;
            const QColor color = option->palette.color(QPalette::Link);
            painter->fillRect(rect.left(), rect.top(), rect.width(), 1, color);
            painter->fillRect(rect.left(), rect.bottom(), rect.width(), 1, color);
            return;
        }
        drawRounded(painter, option->rect, Qt::transparent,
                    QPen(option->palette.color(QPalette::Link), 1));
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void ConsoleStyle::drawControl(ControlElement element, const QStyleOption *option,
                               QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            QStyleOptionButton label = *button;
            const ButtonRole role = buttonRole(widget);
            if (label.state & State_Enabled && role == ButtonRole::Primary)
                label.icon =
                    tinted(label.icon, label.iconSize, painter->device()->devicePixelRatioF(),
                           option->palette.color(QPalette::BrightText));
            if (label.state & State_Enabled && role != ButtonRole::Plain)
                label.palette.setColor(QPalette::ButtonText,
                                       option->palette.color(role == ButtonRole::Primary
                                                                 ? QPalette::BrightText
                                                                 : QPalette::LinkVisited));
            QProxyStyle::drawControl(element, &label, painter, widget);
        }
        return;
    case CE_Header: // whole, because QCommonStyle would keep the label away from the cells' edge
        drawHeaderSection(option, painter);
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            drawHeaderLabel(header, painter);
        return;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        drawHeaderSection(option, painter);
        return;
    case CE_TabBarTabShape:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            drawTabShape(tab, painter);
        return;
    case CE_Splitter:
        painter->fillRect(option->rect, option->palette.color(QPalette::Mid));
        return;
    case CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            const bool active = item->state & (State_Selected | State_Sunken);
            painter->fillRect(item->rect,
                              item->palette.color(active ? QPalette::Highlight : QPalette::Base));
            drawItemText(painter, item->rect,
                         Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine, item->palette,
                         item->state & State_Enabled, item->text, QPalette::Text);
        }
        return;
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, option->palette.color(QPalette::Base));
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void ConsoleStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                      QPainter *painter, const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
            scroll_bar::draw(*bar, painter);
            return;
        }
    }
    if (control == CC_SpinBox) {
        const auto arrow = [&](SubControl part) {
            const QRect rect = proxy()->subControlRect(control, option, part, widget);
            drawChevron(painter, rect, part == SC_SpinBoxDown,
                        option->palette.color(QPalette::PlaceholderText));
        };
        drawFieldPanel(option, painter);
        arrow(SC_SpinBoxUp);
        arrow(SC_SpinBoxDown);
        return;
    }
    if (control == CC_ComboBox) {
        if (const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option)) {
            if (box->frame)
                drawFieldPanel(option, painter);
            const QRect arrow = proxy()->subControlRect(control, option, SC_ComboBoxArrow, widget);
            drawChevron(painter, arrow, true, option->palette.color(QPalette::PlaceholderText));
            return;
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect ConsoleStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                   SubControl part, const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return scroll_bar::part(*bar, part);
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QRect ConsoleStyle::subElementRect(SubElement element, const QStyleOption *option,
                                   const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    if (element == SE_LineEditContents)
        return rect.adjusted(spacing::Small, 0, -spacing::Small, 0);
    return rect;
}

QSize ConsoleStyle::sizeFromContents(ContentsType type, const QStyleOption *option,
                                     const QSize &size, const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    const int controlHeight = zoomed(ControlHeight);
    switch (type) {
    case CT_PushButton:
        return {std::max(size.width() + 2 * spacing::Large, controlHeight),
                std::max(controlHeight, size.height() + spacing::Medium)};
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_SpinBox:
    case CT_ToolButton:
        return result.expandedTo({0, controlHeight});
    case CT_HeaderSection:
        result.setHeight(std::max(result.height(), controlHeight));
        result.rwidth() += 2 * spacing::Medium;
        return result;
    case CT_TabBarTab:
        return result.expandedTo({0, controlHeight + spacing::Small});
    case CT_MenuBarItem:
        return {size.width() + 2 * spacing::Medium, size.height() + spacing::Small};
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
            item && item->menuItemType == QStyleOptionMenuItem::Separator)
            return {result.width(), spacing::Medium + 1};
        return result.expandedTo({0, zoomed(spacing::RowHeight)});
    default:
        return result;
    }
}

int ConsoleStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                              const QWidget *widget) const
{
    switch (metric) {
    case PM_SplitterWidth:
        return 1;
    case PM_ScrollBarExtent:
        return scroll_bar::Extent;
    case PM_FocusFrameHMargin: // a view's cell text begins one pixel after this
        return qobject_cast<const QAbstractItemView *>(widget)
                   ? spacing::Medium - 1
                   : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_MenuBarPanelWidth:
    case PM_MenuBarVMargin:
    case PM_HeaderMargin: // the label keeps the cells' margin by itself
        return 0;
    case PM_MenuBarHMargin:
        return spacing::Small;
    case PM_TabBarTabHSpace: // of both sides of a tab's title
        return spacing::Medium + spacing::Large;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
        return zoomed(IconSize);
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ConsoleStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                            QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
        return 0;
    case SH_Table_GridLineColor:
        return int(option ? option->palette.color(QPalette::Mid).rgb() : 0);
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

} // namespace signalbox
