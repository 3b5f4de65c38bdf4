#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <cstddef>
#include <cstdint>

/// Changes that keep a text JSON: bytes changed at random hardly ever get past a parser.
namespace fuzz {

/// A JSON text with one or a few of its values, keys or texts changed; bytes at random where it is no JSON,
/// and now and then otherwise. `words` are keys and texts that the input may hold.
QByteArray mutatedJson(const QByteArray &text, size_t most, unsigned seed, const QStringList &words);

/// One text with a value of another one somewhere in it.
QByteArray crossedJson(const QByteArray &text, const QByteArray &donor, unsigned seed);

}

/// libFuzzer's own changes; defined by its library.
extern "C" size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t maxSize);
