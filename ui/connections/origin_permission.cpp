// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/origin_permission.h"

#include "core/option_table.h"
#include "ui/connections/allow_origin_dialog.h"
#include "ui/connections/connection_model.h"
#include "ui/connections/refusal_remedy.h"
#include "ui/settings/option_store.h"

#include <utility>

namespace signalbox {

namespace {
constexpr QStringView OriginsOption = u"allowedOrigins";
} // namespace

OriginPermission::OriginPermission(const ConnectionModel &model, OptionStore &options,
                                   QWidget *window)
    : QObject(window)
    , m_model(model)
    , m_options(options)
    , m_window(window)
{
    connect(&m_options, &OptionStore::answered, this,
            [this](const QString &name, bool accepted, const QString &sentence) {
                if (name == OriginsOption)
                    tell(accepted, sentence);
            });
}

void OriginPermission::ask(const QString &origin)
{
    const QStringList now = m_options.options().allowedOrigins;
    const QStringList then = allowedOriginsWith(origin, now, m_model.liveRows());
    auto *dialog = new AllowOriginDialog(origin, now, then, m_window);
    connect(dialog, &AllowOriginDialog::allowed, this,
            [this, then] { allow(then.join(QStringLiteral(", "))); });
    dialog->open();
}

void OriginPermission::allow(const QString &origins)
{
    const OptionDescriptor *option = findOption(OriginsOption);
    Q_ASSERT(option);
    if (const auto changed = m_options.change(*option, origins); !changed)
        emit reported(changed.error().message);
    else
        m_allowed = m_options.options().allowedOrigins;
}

/// The option may also have been changed elsewhere, where that is told.
void OriginPermission::tell(bool accepted, const QString &sentence)
{
    if (std::exchange(m_allowed, std::nullopt) == m_options.options().allowedOrigins)
        emit reported(accepted ? tr("The origin may connect now") : sentence);
}

} // namespace signalbox
