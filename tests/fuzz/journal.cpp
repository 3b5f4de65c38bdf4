#include "tests/fuzz/expect.h"
#include "tests/fuzz/jsontarget.h"

#include "app/window/journaltext.h"

using namespace Qt::StringLiterals;

// What a crash left behind: its first line, and the project behind it. What is read can be written and read
// again.

const QStringList &fuzz::vocabulary()
{
    static const QStringList words =
        u"path base format throughline/1 models name attributes type STRING associations kind source target "
        "hasMany"_s.split(u' ');
    return words;
}

const bool fuzz::hasFirstLine = true;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto read = app::readJournal(text);
    if (!read)
        return 0;
    const QByteArray written = app::journalText(*read);
    const auto again = app::readJournal(written);
    fuzz::expect(again && *again == *read, "what is written is read back equal", QString::fromUtf8(written));
    return 0;
}
