// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace signalbox {

/// A question with verbs for answers; Cancel is there and is the default.
class ChoiceDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ChoiceDialog(QWidget *parent = nullptr);

    void setQuestion(const QString &question, const QString &explanation);
    /// A button that closes the dialog; its `clicked()` is the answer.
    QPushButton *addChoice(const QString &verb, const QString &objectName);

private:
    QLabel *m_question;
    QLabel *m_explanation;
    QHBoxLayout *m_buttons;
    QPushButton *m_cancel;
};

/// `20 clients are connected.`; 0: those that were have gone.
QString connectedText(qint64 connections);

} // namespace signalbox
