// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/difference/difference_text.h"

#include "ui/theme/measure_text.h"

#include <QCoreApplication>
#include <QStringList>

namespace signalbox {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Difference", text);
}

/// `1.2 s before`
QString distanceText(qint64 microseconds)
{
    constexpr qint64 Precise = 10'000'000; // as long as fractions of a second matter
    const qint64 size = microseconds < 0 ? -microseconds : microseconds;
    const QString time = size < Precise ? roundTripText(size) : durationForReading(size / 1'000);
    return microseconds < 0 ? tr("%1 after").arg(time) : tr("%1 before").arg(time);
}

QString nothingPreviousText(CompareWith with)
{
    return with == CompareWith::PreviousOfConnection
               ? tr("No previous message of this type and connection is in the log.")
               : tr("No previous message of this type is in the log.");
}

QString nothingNearText(CompareWith with)
{
    const QString text = with == CompareWith::PreviousOfConnection
                             ? tr("No message of this type and connection is among the %1 records "
                                  "before it; the search goes no further.")
                             : tr("No message of this type is among the %1 records before it; the "
                                  "search goes no further.");
    return text.arg(countText(DifferenceSearch::MaxRows));
}

QString noDifferenceText(const DifferenceAnswer &answer)
{
    if (answer.difference.sameBytes)
        return tr("No difference: both payloads are the same, byte by byte.");
    if (answer.difference.form == PayloadForm::Text)
        return tr("No difference in the lines: only one of the two ends with a line break.");
    return tr("No difference in the JSON: only spacing, escapes or the order of keys are not the "
              "same.");
}

} // namespace

QString differenceHeading(const DifferenceAnswer &answer)
{
    if (answer.otherNumber == 0)
        return {};
    const QString place =
        tr("Compared with #%1, %2")
            .arg(QString::number(answer.otherNumber), distanceText(answer.sinceOther));
    const auto count = quint64(answer.difference.rows.size() + answer.difference.left);
    return answer.outcome == DifferenceOutcome::Compared && count > 0
               ? tr("%1: %2").arg(place, counted(count, tr("one difference"), tr("%1 differences")))
               : place;
}

QString differenceObstacle(const DifferenceAnswer &answer)
{
    switch (answer.outcome) {
    case DifferenceOutcome::Compared:
        return answer.difference.rows.isEmpty() ? noDifferenceText(answer) : QString();
    case DifferenceOutcome::NotAMessage:
        return tr("Only text and binary messages can be compared.");
    case DifferenceOutcome::NoPrevious:
        return nothingPreviousText(answer.with);
    case DifferenceOutcome::NoneNear:
        return nothingNearText(answer.with);
    case DifferenceOutcome::NothingMarked:
        return tr("No other row is marked. Mark the one to compare with (Ctrl+M).");
    case DifferenceOutcome::MarkedIsNoMessage:
        return tr("The marked row is no message. Mark a text or binary message (Ctrl+M).");
    case DifferenceOutcome::Released:
        return tr("Nothing to compare: its payload was released to keep memory bounded.");
    case DifferenceOutcome::OtherReleased:
        return tr("Nothing to compare with: the payload of #%1 was released to keep memory "
                  "bounded.")
            .arg(answer.otherNumber);
    case DifferenceOutcome::TooLong:
        return tr("Payloads of more than %1 are not compared.")
            .arg(sizeText(quint64(DifferenceBounds().payload)));
    }
    return {};
}

QString differenceNotice(const DifferenceAnswer &answer)
{
    QStringList sentences;
    if (answer.isCut)
        sentences += tr("Only the beginnings that were kept are compared.");
    if (answer.difference.left > 0)
        sentences += tr("%1 more differences are not listed.")
                         .arg(countText(quint64(answer.difference.left)));
    if (answer.difference.byPlace)
        sentences += tr("A long list was compared place by place: what moved in it counts as "
                        "changed.");
    return sentences.join(u' ');
}

} // namespace signalbox
