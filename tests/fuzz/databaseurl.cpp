#include "tests/fuzz/expect.h"

#include "model/database/databaseurl.h"

#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace model;

// A database URL: what it says can be said again, and no refusal repeats its password.

namespace {

/// Where a password stands, whatever else is wrong with the text; only one that is nowhere else in it.
QString passwordIn(const QString &text)
{
    static const QRegularExpression pattern(u"^[^:]*://[^:/@]*:([^/?#]{6,})@"_s);
    const QString password = pattern.match(text).captured(1);
    return text.count(password) == 1 ? password : QString();
}

QString urlOf(const DatabaseUrl &url)
{
    if (url.dialect == &sqliteDialect)
        return u"sqlite:"_s + (url.path.startsWith("///"_L1) ? u"//"_s + url.path : url.path);
    QUrl made;
    made.setScheme(url.dialect->id);
    made.setHost(url.host);
    made.setPort(url.port == 0 ? -1 : url.port);
    made.setUserName(url.user, QUrl::DecodedMode);
    if (!url.password.isNull())
        made.setPassword(url.password, QUrl::DecodedMode);
    made.setPath(u'/' + url.name, QUrl::DecodedMode);
    QStringList options;
    for (const auto &[name, value] : url.options.asKeyValueRange())
        options.append(name + u'=' + QString::fromLatin1(QUrl::toPercentEncoding(value)));
    if (!options.isEmpty())
        made.setQuery(options.join(u'&'));
    return made.toString(QUrl::FullyEncoded);
}

}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto url = parseDatabaseUrl(text);
    if (!url) {
        const QString password = passwordIn(text);
        const QString &message = url.error().message;
        fuzz::expect(!message.isEmpty(), "a refusal says why");
        fuzz::expect(password.isEmpty() || !message.contains(password), "no refusal repeats a password",
                     message);
        return 0;
    }
    if (url->dialect == &sqliteDialect) {
        fuzz::expect(!url->path.isEmpty(), "a file has a name");
        return 0;
    }
    fuzz::expect(!url->host.isEmpty() && !url->name.isEmpty(), "a server's URL names host and database",
                 text);
    fuzz::expect(url->port >= 0 && url->port < 65536, "a port is one", text);
    // QUrl itself makes halves of characters that are none.
    if (!QString(url->user + url->password + url->name).isValidUtf16())
        return 0;
    const QString written = urlOf(*url);
    const auto again = parseDatabaseUrl(written);
    fuzz::expect(again && again->dialect == url->dialect && again->host == url->host
                     && again->port == url->port && again->user == url->user
                     && again->password == url->password && again->name == url->name
                     && again->options == url->options,
                 "what a URL says can be said again", text + u" → "_s + written);
    return 0;
}
