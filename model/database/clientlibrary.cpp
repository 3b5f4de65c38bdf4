#include "model/database/clientlibrary.h"

#include <QLibrary>

using namespace Qt::StringLiterals;

namespace model {

namespace {

/// Fills a table of functions from a library; false where one is missing.
class Loader
{
public:
    Loader(const QString &name, int version) : m_library(name, version) { m_library.load(); }

    template <typename Function>
    void load(Function &function, const char *name)
    {
        function = reinterpret_cast<Function>(m_library.resolve(name));
        m_isComplete = m_isComplete && function;
    }
    bool isComplete() const { return m_isComplete; }

private:
    QLibrary m_library;
    bool m_isComplete = true;
};

}

#define THROUGHLINE_LOAD(name) loader.load(table.name, #name);

const Libpq *libpq()
{
    static Libpq table;
    static const bool isLoaded = [] {
        Loader loader(u"pq"_s, 5);
        THROUGHLINE_LIBPQ(THROUGHLINE_LOAD)
        return loader.isComplete();
    }();
    return isLoaded ? &table : nullptr;
}

const Libmariadb *libmariadb()
{
    static Libmariadb table;
    static const bool isLoaded = [] {
        Loader loader(u"mariadb"_s, 3);
        THROUGHLINE_LIBMARIADB(THROUGHLINE_LOAD)
        return loader.isComplete();
    }();
    return isLoaded ? &table : nullptr;
}

}
