// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace signalbox {

/// What stands for a secret.
inline constexpr QStringView RedactedText = u"•••••";

/// Whether a header field can carry a secret: Authorization, Cookie and their kin, subprotocols
/// (browsers have no other place for a token) and URLs.
bool isSecretField(QByteArrayView name);

/// The value, escaped; of a secret field only its scheme is left (`Bearer •••••`), of subprotocols
/// those that are no tokens, of a URL all but tokens and passwords.
QString redactedField(QByteArrayView name, QByteArrayView value);

/// The query, escaped, with the values of token, access_token, key, password and their kin hidden.
QString redactedQuery(QByteArrayView query);

/// Any text, not escaped, with those values hidden in the queries of the URLs in it.
QByteArray withoutQuerySecrets(QByteArrayView text);

} // namespace signalbox
