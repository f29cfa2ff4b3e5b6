// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace signalbox {

/// What stands for a secret.
inline constexpr QStringView RedactedText = u"•••••";

/// Whether a header field carries a secret: Authorization, Cookie and their kin.
bool isSecretField(QByteArrayView name);

/// The value, escaped; of a secret field only its scheme is left (`Bearer •••••`).
QString redactedField(QByteArrayView name, QByteArrayView value);

/// The query, escaped, with the values of token, access_token, key, password and their kin hidden.
QString redactedQuery(QByteArrayView query);

} // namespace signalbox
