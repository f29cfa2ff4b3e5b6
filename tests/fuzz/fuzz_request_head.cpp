// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/require.h"
#include "wire/http/request_head.h"
#include "wire/http/upgrade_request.h"

#include <algorithm>
#include <array>

using namespace signalbox;
using State = RequestHead::State;

namespace {

constexpr qsizetype ChoiceBytes = 3;

HeadLimits limitsOf(uchar choice)
{
    static constexpr std::array Limits{
        HeadLimits{},
        HeadLimits{.size = 300, .fields = 5, .line = 100},
    };
    return Limits.at(choice & 1U);
}

void checkField(const HeaderFields::Field &field, const HeadLimits &limits)
{
    const auto &[name, value] = field;
    require(!name.isEmpty() && !name.contains(' ') && !name.contains(':'), "a bad field name");
    require(name.size() + value.size() < limits.line, "a field longer than a line");
    require(std::ranges::none_of(
                value, [](char c) { return c == '\r' || c == '\n' || c == '\0' || c == '\x7f'; }),
            "a control character in a field's value");
    require(value == value.trimmed() || value.contains('\v') || value.contains('\f'),
            "blanks around a field's value");
}

void checkComplete(const RequestHead &head, QByteArrayView stream, const HeadLimits &limits)
{
    require(head.length() <= limits.size && head.length() <= stream.size(), "a head too long");
    require(stream.first(head.length()).endsWith("\r\n\r\n"), "a head that does not end as one");
    const Handshake &request = head.request();
    require(!request.method.isEmpty() && stream.startsWith(request.method), "a bad method");
    require(request.path.startsWith('/') && !request.path.contains('?'), "a bad path");
    require(!request.path.contains(' ') && !request.query.contains(' '), "a blank in the target");
    require(request.fields.size() <= limits.fields, "too many fields");
    for (const auto &field : request.fields)
        checkField(field, limits);
    require(request.origin == request.field("Origin"), "an origin that no field says");
}

void checkUpgradeOf(const Handshake &request)
{
    if (!asksToUpgrade(request))
        return;
    if (const auto refusal = checkUpgrade(request)) {
        require(refusal->status == 400 || refusal->status == 405 || refusal->status == 426,
                "an upgrade refused with another status");
        require(refusal->cause.endsWith(u'.'), "an upgrade refused without a sentence");
        return;
    }
    require(request.method == "GET", "an upgrade without GET");
    require(request.field("Sec-WebSocket-Version") == "13", "an upgrade of another version");
    require(QByteArray::fromBase64(request.field("Sec-WebSocket-Key")).size() == 16,
            "an upgrade with a bad key");
}

} // namespace

// The name that libFuzzer calls.
// NOLINTNEXTLINE(readability-identifier-naming)
extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, size_t size)
{
    const QByteArrayView input(data, static_cast<qsizetype>(size));
    if (input.size() < ChoiceBytes)
        return 0;
    const HeadLimits limits = limitsOf(data[0]);
    const QByteArrayView stream = input.sliced(ChoiceBytes);
    const qsizetype cut = (qsizetype{data[1]} << 8 | data[2]) % (stream.size() + 1);

    RequestHead whole(limits);
    whole.feed(stream);
    RequestHead inTwo(limits);
    inTwo.feed(stream.first(cut));
    inTwo.feed(stream.sliced(cut));
    require(inTwo.state() == whole.state(), "a head in two pieces has another outcome");
    require(inTwo.refusal().status == whole.refusal().status || whole.state() != State::Refused,
            "a head in two pieces is refused with another status");

    if (whole.state() == State::Complete) {
        require(inTwo.length() == whole.length(), "a head in two pieces has another length");
        require(inTwo.request().fields == whole.request().fields,
                "a head in two pieces has other fields");
        checkComplete(whole, stream, limits);
        checkUpgradeOf(whole.request());
    } else if (whole.state() == State::Refused) {
        require(whole.refusal().status == 400 || whole.refusal().status == 431,
                "a head refused with another status");
        require(whole.refusal().cause.endsWith(u'.'), "a head refused without a sentence");
    } else {
        require(stream.size() <= limits.size, "more is wanted of a head that is too large");
    }
    return 0;
}
