#include "model/database/databaseurl.h"

#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace model {

namespace {

/// An option of a URL, and the values that it takes; none where any will do.
struct Option
{
    QLatin1StringView name;
    QList<QLatin1StringView> values;
};

/// PostgreSQL's manual, 34.1.2 "Parameter Key Words".
const QList<Option> &postgresOptions()
{
    static const QList<Option> options{
        {"sslmode"_L1,
         {"disable"_L1, "allow"_L1, "prefer"_L1, "require"_L1, "verify-ca"_L1, "verify-full"_L1}},
        {"sslrootcert"_L1, {}},
        {"sslcert"_L1, {}},
        {"sslkey"_L1, {}},
        {"connect_timeout"_L1, {}},
        {"application_name"_L1, {}},
    };
    return options;
}

/// The mysql client's. MariaDB's library cannot check a certificate and leave the host's name out, so
/// VERIFY_CA is missing.
const QList<Option> &mysqlOptions()
{
    static const QList<Option> options{
        {"ssl-mode"_L1, {"DISABLED"_L1, "PREFERRED"_L1, "REQUIRED"_L1, "VERIFY_IDENTITY"_L1}},
        {"ssl-ca"_L1, {}},
        {"ssl-cert"_L1, {}},
        {"ssl-key"_L1, {}},
        {"connect-timeout"_L1, {}},
    };
    return options;
}

template <typename List, typename Name>
QString listed(const List &list, Name name)
{
    QStringList names;
    for (const auto &each : list)
        names.append(name(each));
    return names.join(u", "_s);
}

Result<QMap<QString, QString>> readOptions(const QUrl &url, const Dialect &dialect)
{
    const QList<Option> &known = dialect.bit == postgresBit ? postgresOptions() : mysqlOptions();
    QMap<QString, QString> options;
    for (const auto &item : QUrlQuery(url).queryItems(QUrl::FullyDecoded)) {
        const QString &name = item.first;
        const QString &value = item.second;
        const auto option =
            std::find_if(known.begin(), known.end(), [&](const Option &each) { return each.name == name; });
        if (option == known.end()) {
            return refusal(Text::tr("the URL's option %1 is not known; %2 takes %3")
                               .arg(name, dialect.title,
                                    listed(known, [](const Option &each) { return QString(each.name); })));
        }
        if (!option->values.isEmpty() && !option->values.contains(value)) {
            return refusal(Text::tr("the URL's option %1 cannot be %2; expected one of %3")
                               .arg(name, value, listed(option->values, [](QLatin1StringView each) {
                                        return QString(each);
                                    })));
        }
        options.insert(name, value);
    }
    return options;
}

}

Result<DatabaseUrl> parseDatabaseUrl(const QString &text)
{
    const QString scheme = text.section(u':', 0, 0);
    const Dialect *dialect = dialectNamed(scheme == u"postgresql" ? u"postgres"_s : scheme);
    if (!dialect) {
        // What follows the colon may hold a password.
        const QString named = text.contains(u':') ? scheme + u":…"_s : text;
        return refusal(
            Text::tr("not a database: %1; expected %2 and what follows")
                .arg(named, listed(dialects(), [](const Dialect *each) { return each->id + u':'; })));
    }
    if (text.contains(QChar::Null) || (dialect != &sqliteDialect && text.contains("%00"_L1)))
        return refusal(Text::tr("the URL has a NUL character, where every name would end"));
    DatabaseUrl url{.dialect = dialect};
    if (dialect == &sqliteDialect) {
        url.path = text.mid(scheme.size() + 1);
        if (url.path.startsWith("///"_L1))
            url.path.remove(0, 2);
        if (url.path.isEmpty())
            return refusal(Text::tr("sqlite: names no file; expected sqlite:PATH or sqlite::memory:"));
        return url;
    }
    const QUrl parsed(text, QUrl::StrictMode);
    if (parsed.hasFragment())
        return refusal(Text::tr("the URL has a # that is not a part of it; write it as %23"));
    url.host = parsed.host();
    url.port = parsed.port(0);
    url.user = parsed.userName(QUrl::FullyDecoded);
    url.password = parsed.password(QUrl::FullyDecoded);
    url.name = parsed.path(QUrl::FullyDecoded).mid(1);
    if (!parsed.isValid() || url.host.isEmpty() || url.name.isEmpty())
        return refusal(Text::tr("expected %1://user:password@host:port/name").arg(scheme));
    auto options = readOptions(parsed, *dialect);
    if (!options)
        return tl::unexpected(options.error());
    url.options = *options;
    return url;
}

}
