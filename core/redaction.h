// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>

namespace signalbox {

/// What stands for a secret.
inline constexpr QStringView RedactedText = u"•••••";

/// Whether a header field carries a secret: Authorization, Cookie and their kin.
bool isSecretField(QByteArrayView name);

/// Whether a query's parameter does: token, key, password and their kin. The name is decoded.
bool isSecretParameter(QByteArrayView name);

/// The value, escaped; of a secret field only its scheme is left (`Bearer •••••`).
QString redactedField(QByteArrayView name, QByteArrayView value);

/// The query, escaped, with the values of token, access_token, key, password and their kin hidden.
QString redactedQuery(QByteArrayView query);

/// A message or any other text with the values of members like `"password": "…"` hidden, whatever
/// they are, and those of `Bearer …` and `Basic …`; nothing if there are none. It need not be JSON
/// and may be cut off; what is JSON stays JSON. Linear in the text.
std::optional<QByteArray> withoutSecrets(QByteArrayView utf8);

} // namespace signalbox
