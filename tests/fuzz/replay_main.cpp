// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a fuzz target without libFuzzer: fuzz_NAME FOLDER COUNT. Each file of the folder, then COUNT
// mutations of them, which are the same in every run.
#include <QByteArray>
#include <QDir>
#include <QList>

#include <algorithm>
#include <array>
#include <cstdio>
#include <exception>
#include <random>
#include <vector>

// NOLINTNEXTLINE(readability-identifier-naming)
extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, size_t size);

namespace {

constexpr qsizetype MaxInputSize = 4096;

QList<QByteArray> filesOf(const QString &folder)
{
    QList<QByteArray> contents;
    const auto entries = QDir(folder).entryInfoList(QDir::Files, QDir::Name);
    for (const QFileInfo &entry : entries) {
        QFile file(entry.filePath());
        if (file.open(QIODevice::ReadOnly))
            contents.append(file.readAll());
    }
    return contents;
}

/// Changes bytes as a peer with a fault or a grudge would.
class Mutator
{
public:
    explicit Mutator(const QList<QByteArray> &samples)
        : m_samples(samples)
    { }

    QByteArray next()
    {
        QByteArray input = m_samples.at(below(m_samples.size()));
        for (qsizetype changes = 1 + below(6); changes > 0; --changes)
            change(input);
        input.truncate(MaxInputSize);
        return input;
    }

private:
    qsizetype below(qsizetype limit)
    {
        return static_cast<qsizetype>(m_random()
                                      % static_cast<quint64>(std::max<qsizetype>(limit, 1)));
    }
    char anyByte()
    {
        // Borders of lengths, opcodes and UTF-8, and what HTTP and JSON are made of; NUL too.
        static constexpr auto Telling =
            std::to_array("\x01\x7d\x7e\x7f\x80\x81\x82\x88\x89\xbf\xc0\xe0\xed\xf0\xf4\xff"
                          "\r\n :,\"\\{}[]");
        return below(2) == 0 ? static_cast<char>(m_random())
                             : Telling.at(static_cast<std::size_t>(below(std::ssize(Telling))));
    }
    void change(QByteArray &input)
    {
        const qsizetype at = below(input.size() + 1);
        const qsizetype rest = input.size() - at;
        const qsizetype size = std::min(rest, 1 + below(16));
        switch (below(6)) {
        case 0:
            if (rest > 0)
                input[at] = static_cast<char>(input[at] ^ 1 << below(8));
            break;
        case 1:
            if (rest > 0)
                input[at] = anyByte();
            break;
        case 2:
            input.insert(at, anyByte());
            break;
        case 3:
            input.remove(at, size);
            break;
        case 4:
            input.insert(at, input.mid(below(input.size()), size));
            break;
        default: {
            const QByteArray &other = m_samples.at(below(m_samples.size()));
            input = input.first(at) + other.mid(below(other.size()));
            break;
        }
        }
    }

    const QList<QByteArray> &m_samples;
    std::mt19937_64 m_random; // NOLINT(bugprone-random-generator-seed): always the same on purpose
};

bool run(const QByteArray &input)
{
    try {
        // Of exactly this size, for the sanitizers.
        const std::vector<quint8> bytes(input.cbegin(), input.cend());
        LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
        return true;
    } catch (const std::exception &broken) {
        std::fprintf(stderr, "%s\n  input: %s\n", broken.what(), input.toHex().constData());
        return false;
    }
}

} // namespace

int main(int argc, char **argv)
{
    const QList<QByteArray> samples = filesOf(QString::fromLocal8Bit(argc > 1 ? argv[1] : ""));
    const qsizetype count = QByteArray(argc > 2 ? argv[2] : "0").toLongLong();
    if (samples.isEmpty()) {
        std::fprintf(stderr, "usage: %s FOLDER COUNT; the folder must have files\n", argv[0]);
        return 2;
    }
    qsizetype failures =
        std::ranges::count_if(samples, [](const QByteArray &s) { return !run(s); });
    Mutator mutator(samples);
    for (qsizetype done = 0; done < count; ++done)
        failures += run(mutator.next()) ? 0 : 1;
    std::printf("%lld inputs, %lld failures\n", static_cast<long long>(samples.size() + count),
                static_cast<long long>(failures));
    return failures == 0 ? 0 : 1;
}
