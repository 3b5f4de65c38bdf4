#pragma once

#include "tests/fuzz/jsonmutator.h"

#include <cstring>

/// How libFuzzer changes the inputs of a target that are JSON behind a first line, or JSON alone. To be
/// included by the target alone, which defines these.
namespace fuzz {

/// Keys and texts that the inputs may hold.
const QStringList &vocabulary();
/// Whether a first line stands before the JSON; it is changed by bytes.
extern const bool hasFirstLine;

inline size_t copied(const QByteArray &bytes, uint8_t *data, size_t most)
{
    const size_t size = std::min(size_t(bytes.size()), most);
    std::memcpy(data, bytes.constData(), size);
    return size;
}

inline qsizetype bodyOf(const QByteArray &text)
{
    return hasFirstLine ? text.indexOf('\n') + 1 : 0;
}

}

extern "C" size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t most, unsigned seed)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    const qsizetype body = fuzz::bodyOf(text);
    if (fuzz::hasFirstLine && (body == 0 || seed % 32 == 0))
        return LLVMFuzzerMutate(data, size, most);
    const QByteArray changed =
        fuzz::mutatedJson(text.sliced(body), most - size_t(body), seed, fuzz::vocabulary());
    return fuzz::copied(text.first(body) + changed, data, most);
}

extern "C" size_t LLVMFuzzerCustomCrossOver(const uint8_t *one, size_t oneSize, const uint8_t *other,
                                            size_t otherSize, uint8_t *out, size_t most, unsigned seed)
{
    const QByteArray text(reinterpret_cast<const char *>(one), qsizetype(oneSize));
    const QByteArray donor(reinterpret_cast<const char *>(other), qsizetype(otherSize));
    const qsizetype body = fuzz::bodyOf(text);
    const QByteArray crossed =
        text.first(body) + fuzz::crossedJson(text.sliced(body), donor.sliced(fuzz::bodyOf(donor)), seed);
    return fuzz::copied(size_t(crossed.size()) <= most ? crossed : text, out, most);
}
