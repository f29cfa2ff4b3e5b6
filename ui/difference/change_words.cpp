// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/difference/change_words.h"

#include <QCoreApplication>

namespace signalbox {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Difference", text);
}

} // namespace

QString changeSign(Change change)
{
    switch (change) {
    case Change::Added:
        return QStringLiteral("+");
    case Change::Removed:
        return QStringLiteral("−");
    case Change::Changed:
        break;
    }
    return QStringLiteral("~");
}

QString changeWord(Change change)
{
    switch (change) {
    case Change::Added:
        return tr("added");
    case Change::Removed:
        return tr("removed");
    case Change::Changed:
        break;
    }
    return tr("changed");
}

ColorRole changeTone(Change change)
{
    switch (change) {
    case Change::Added:
        return ColorRole::Ok;
    case Change::Removed:
        return ColorRole::Danger;
    case Change::Changed:
        break;
    }
    return ColorRole::Warning;
}

} // namespace signalbox
