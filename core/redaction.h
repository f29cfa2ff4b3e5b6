// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>

namespace signalbox {

/// What stands for a secret.
inline constexpr QStringView RedactedText = u"•••••";

/// Whether a header field can carry a secret: Authorization, Cookie and their kin, subprotocols
/// (browsers have no other place for a token) and URLs.
bool isSecretField(QByteArrayView name);

/// Whether a query's parameter does: token, key, password and their kin. The name is decoded.
bool isSecretParameter(QByteArrayView name);

/// The value, escaped; of a secret field only its scheme is left (`Bearer •••••`), of subprotocols
/// those that are no tokens, of a URL all but tokens and passwords.
QString redactedField(QByteArrayView name, QByteArrayView value);

/// The query, escaped, with the values of token, access_token, key, password and their kin hidden.
QString redactedQuery(QByteArrayView query);

/// A message or any other text with the values of members like `"password": "…"` hidden, whatever
/// they are, and those of `Bearer …` and `Basic …`; nothing if there are none. It need not be JSON
/// and may be cut off; what is JSON stays JSON. Linear in the text.
std::optional<QByteArray> withoutSecrets(QByteArrayView utf8);
/// Any text, not escaped, with those values hidden in the queries of the URLs in it.
QByteArray withoutQuerySecrets(QByteArrayView text);

} // namespace signalbox
