// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/wire/utf8_samples.h"

#include <QString>

namespace {

QByteArray hex(const char *digits)
{
    return QByteArray::fromHex(digits);
}

class Samples
{
public:
    void valid(const QByteArray &name, const QByteArray &bytes)
    {
        m_list.append({name, bytes, bytes.size(), true});
    }
    /// The bytes are all right, but the last code point is not complete.
    void cut(const QByteArray &name, const QByteArray &bytes)
    {
        m_list.append({name, bytes, bytes.size(), false});
    }
    void bad(const QByteArray &name, const QByteArray &bytes, qsizetype goodBytes)
    {
        m_list.append({name, bytes, goodBytes, false});
    }
    [[nodiscard]] const QList<Utf8Sample> &list() const { return m_list; }

private:
    QList<Utf8Sample> m_list;
};

const QByteArray Kosme = hex("cebae1bdb9cf83cebcceb5"); // a word with 2 and 3 bytes a letter

void addValid(Samples &samples)
{
    samples.valid("one byte inside of a text (6.5.1)", "hello$world");
    samples.valid("two bytes inside of a text (6.5.2)", hex("68656c6c6fc2a2776f726c64"));
    samples.valid("three bytes inside of a text (6.5.3)", hex("68656c6c6fe282ac776f726c64"));
    samples.valid("four bytes inside of a text (6.5.4)", hex("68656c6c6ff0a4ada2776f726c64"));
    samples.valid("a word of two and three bytes a letter (6.5.5)", Kosme);
    samples.valid("NUL (6.7.1)", QByteArray(1, '\0'));
    samples.valid("U+0080 is the first of two bytes (6.7.2)", hex("c280"));
    samples.valid("U+0800 is the first of three bytes (6.7.3)", hex("e0a080"));
    samples.valid("U+10000 is the first of four bytes (6.7.4)", hex("f0908080"));
    samples.valid("U+007F is the last of one byte (6.9.1)", hex("7f"));
    samples.valid("U+07FF is the last of two bytes (6.9.2)", hex("dfbf"));
    samples.valid("U+FFFF is the last of three bytes (6.9.3)", hex("efbfbf"));
    samples.valid("U+10FFFF is the last of four bytes (6.9.4)", hex("f48fbfbf"));
    samples.valid("U+D7FF is below the surrogates (6.11.1)", hex("ed9fbf"));
    samples.valid("U+E000 is above the surrogates (6.11.2)", hex("ee8080"));
    samples.valid("the replacement character (6.11.3)", hex("efbfbd"));
    samples.valid("the last code point (6.11.4)", hex("f48fbfbf"));
    samples.valid("U+FFFE is no character, but UTF-8 (6.22.1)", hex("efbfbe"));
    samples.valid("U+FFFF is no character, but UTF-8 (6.22.2)", hex("efbfbf"));
    int number = 3;
    for (int plane = 1; plane <= 16; ++plane) {
        for (const uint low : {0xfffeU, 0xffffU}) {
            const char32_t codePoint = static_cast<uint>(plane) << 16U | low;
            samples.valid("U+" + QByteArray::number(codePoint, 16).toUpper()
                              + " is no character, but UTF-8 (6.22." + QByteArray::number(number++)
                              + ')',
                          QString::fromUcs4(&codePoint, 1).toUtf8());
        }
    }
    for (uint low = 0xb9; low <= 0xbf; ++low) {
        samples.valid("a special of U+FFF9-FFFF (6.23." + QByteArray::number(low - 0xb8) + ')',
                      hex("efbf") + static_cast<char>(low));
    }
}

void addPrefixes(Samples &samples)
{
    static const QList<qsizetype> Ends{2, 5, 7, 9, 11};
    for (qsizetype size = 1; size <= Kosme.size(); ++size) {
        const QByteArray name = "the first " + QByteArray::number(size) + " bytes of a word (6.6."
                                + QByteArray::number(size) + ')';
        if (Ends.contains(size))
            samples.valid(name, Kosme.first(size));
        else
            samples.cut(name, Kosme.first(size));
    }
}

void addForbiddenBytes(Samples &samples)
{
    samples.bad("five bytes, the first possible (6.8.1)", hex("f888808080"), 0);
    samples.bad("six bytes, the first possible (6.8.2)", hex("fc8480808080"), 0);
    samples.bad("four bytes, the last possible (6.10.1)", hex("f7bfbfbf"), 0);
    samples.bad("five bytes, the last possible (6.10.2)", hex("fbbfbfbfbf"), 0);
    samples.bad("six bytes, the last possible (6.10.3)", hex("fdbfbfbfbfbf"), 0);
    samples.bad("U+110000 is above the last (6.11.5)", hex("f4908080"), 1);
    samples.bad("0xf5 begins nothing", hex("f5"), 0);
    samples.bad("0xfe (6.16.1)", hex("fe"), 0);
    samples.bad("0xff (6.16.2)", hex("ff"), 0);
    samples.bad("0xfe and 0xff twice (6.16.3)", hex("fefeffff"), 0);
}

void addContinuations(Samples &samples)
{
    samples.bad("the first continuation byte alone (6.12.1)", hex("80"), 0);
    samples.bad("the last continuation byte alone (6.12.2)", hex("bf"), 0);
    samples.bad("two continuation bytes (6.12.3)", hex("80bf"), 0);
    samples.bad("three continuation bytes (6.12.4)", hex("80bf80"), 0);
    samples.bad("four continuation bytes (6.12.5)", hex("80bf80bf"), 0);
    samples.bad("five continuation bytes (6.12.6)", hex("80bf80bf80"), 0);
    samples.bad("six continuation bytes (6.12.7)", hex("80bf80bf80bf"), 0);
    QByteArray all;
    for (uint byte = 0x80; byte <= 0xbf; ++byte)
        all += static_cast<char>(byte);
    samples.bad("all continuation bytes (6.12.8)", all, 0);
    samples.bad("a continuation byte too many", hex("c2a2a2"), 2);

    const auto spaced = [](uint from, uint to) {
        QByteArray bytes;
        for (uint byte = from; byte <= to; ++byte)
            (bytes += static_cast<char>(byte)) += ' ';
        return bytes;
    };
    samples.bad("beginnings of two bytes, each alone (6.13.1)", spaced(0xc0, 0xdf), 0);
    samples.bad("beginnings of three bytes, each alone (6.13.2)", spaced(0xe0, 0xef), 1);
    samples.bad("beginnings of four bytes, each alone (6.13.3)", spaced(0xf0, 0xf7), 1);
    samples.bad("beginnings of five bytes, each alone (6.13.4)", spaced(0xf8, 0xfb), 0);
    samples.bad("beginnings of six bytes, each alone (6.13.5)", spaced(0xfc, 0xfd), 0);

    samples.bad("the last byte of U+0000 in two is missing (6.14.1)", hex("c0"), 0);
    samples.bad("the last byte of U+0000 in three is missing (6.14.2)", hex("e080"), 1);
    samples.bad("the last byte of U+0000 in four is missing (6.14.3)", hex("f08080"), 1);
    samples.bad("the last byte of U+0000 in five is missing (6.14.4)", hex("f8808080"), 0);
    samples.bad("the last byte of U+0000 in six is missing (6.14.5)", hex("fc80808080"), 0);
    samples.cut("the last byte of U+07FF is missing (6.14.6)", hex("df"));
    samples.cut("the last byte of U+FFFF is missing (6.14.7)", hex("efbf"));
    samples.bad("the last byte of U+1FFFFF is missing (6.14.8)", hex("f7bfbf"), 0);
    samples.bad("the last byte of five is missing (6.14.9)", hex("fbbfbfbf"), 0);
    samples.bad("the last byte of six is missing (6.14.10)", hex("fdbfbfbfbf"), 0);
    samples.bad("ten beginnings in a row (6.15.1)",
                hex("c0e080f08080f8808080fc80808080dfefbff7bfbffbbfbfbffdbfbfbfbf"), 0);
}

void addOverlong(Samples &samples)
{
    samples.bad("a slash in two bytes (6.17.1)", hex("c0af"), 0);
    samples.bad("a slash in three bytes (6.17.2)", hex("e080af"), 1);
    samples.bad("a slash in four bytes (6.17.3)", hex("f08080af"), 1);
    samples.bad("a slash in five bytes (6.17.4)", hex("f8808080af"), 0);
    samples.bad("a slash in six bytes (6.17.5)", hex("fc80808080af"), 0);
    samples.bad("U+007F in two bytes (6.18.1)", hex("c1bf"), 0);
    samples.bad("U+07FF in three bytes (6.18.2)", hex("e09fbf"), 1);
    samples.bad("U+FFFF in four bytes (6.18.3)", hex("f08fbfbf"), 1);
    samples.bad("U+1FFFFF in five bytes (6.18.4)", hex("f887bfbfbf"), 0);
    samples.bad("U+3FFFFFF in six bytes (6.18.5)", hex("fc83bfbfbfbf"), 0);
    samples.bad("NUL in two bytes (6.19.1)", hex("c080"), 0);
    samples.bad("NUL in three bytes (6.19.2)", hex("e08080"), 1);
    samples.bad("NUL in four bytes (6.19.3)", hex("f0808080"), 1);
    samples.bad("NUL in five bytes (6.19.4)", hex("f880808080"), 0);
    samples.bad("NUL in six bytes (6.19.5)", hex("fc8080808080"), 0);
}

void addSurrogates(Samples &samples)
{
    int number = 1;
    for (const char *digits :
         {"eda080", "edadbf", "edae80", "edafbf", "edb080", "edbe80", "edbfbf"}) {
        samples.bad("a surrogate (6.20." + QByteArray::number(number++) + ')', hex(digits), 1);
    }
    number = 1;
    for (const char *digits : {"eda080edb080", "eda080edbfbf", "edadbfedb080", "edadbfedbfbf",
                               "edae80edb080", "edae80edbfbf", "edafbfedb080", "edafbfedbfbf"}) {
        samples.bad("a pair of surrogates (6.21." + QByteArray::number(number++) + ')', hex(digits),
                    1);
    }
    samples.bad("a surrogate inside of a text (6.3.1)", Kosme + hex("eda080656469746564"), 12);
    samples.bad("U+110000 inside of a text (6.4.1)", Kosme + hex("f4908080656469746564"), 12);
}

} // namespace

QList<Utf8Sample> utf8Samples()
{
    Samples samples;
    addValid(samples);
    addPrefixes(samples);
    addForbiddenBytes(samples);
    addContinuations(samples);
    addOverlong(samples);
    addSurrogates(samples);
    return samples.list();
}
