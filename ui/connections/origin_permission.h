// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

#include <optional>

class QWidget;

namespace signalbox {

class ConnectionModel;
class OptionStore;

/// Lets the operator allow an origin that was refused: asks, changes the option, and tells what
/// came of it.
class OriginPermission : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this; `window` is the question's parent.
    OriginPermission(const ConnectionModel &model, OptionStore &options, QWidget *window);

    void ask(const QString &origin);

signals:
    /// What became of it, in one sentence.
    void reported(const QString &sentence);

private:
    void allow(const QString &origins);
    void tell(bool accepted, const QString &sentence);

    const ConnectionModel &m_model;
    OptionStore &m_options;
    QWidget *m_window;
    std::optional<QStringList> m_allowed; ///< those that the server was asked to allow
};

} // namespace signalbox
