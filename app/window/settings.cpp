#include "app/window/settings.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr int mostRecentFiles = 12;
/// A layout of another version has other docks, or has them elsewhere.
constexpr int layoutVersion = 2;

QString trustKey(const QString &path)
{
    const QByteArray digest = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256);
    return u"trusted/"_s + QString::fromLatin1(digest.toHex());
}

}

QStringList Settings::recentFiles() const
{
    return m_settings.value(u"recentFiles"_s).toStringList();
}

void Settings::addRecentFile(const QString &path)
{
    QStringList files = recentFiles();
    files.removeAll(path);
    files.prepend(path);
    m_settings.setValue(u"recentFiles"_s,
                        QStringList(files.first(std::min<qsizetype>(files.size(), mostRecentFiles))));
}

void Settings::removeRecentFile(const QString &path)
{
    QStringList files = recentFiles();
    files.removeAll(path);
    m_settings.setValue(u"recentFiles"_s, files);
}

QByteArray Settings::geometry() const
{
    return m_settings.value(u"window/geometry"_s).toByteArray();
}

QByteArray Settings::layout() const
{
    return m_settings.value(u"window/layout%1"_s.arg(layoutVersion)).toByteArray();
}

void Settings::keepWindow(const QByteArray &geometry, const QByteArray &layout)
{
    m_settings.setValue(u"window/geometry"_s, geometry);
    m_settings.setValue(u"window/layout%1"_s.arg(layoutVersion), layout);
}

ThemeChoice Settings::theme() const
{
    const QString name = m_settings.value(u"theme"_s).toString();
    if (name == u"light")
        return ThemeChoice::Light;
    return name == u"dark" ? ThemeChoice::Dark : ThemeChoice::System;
}

void Settings::setTheme(ThemeChoice theme)
{
    switch (theme) {
    case ThemeChoice::System: m_settings.remove(u"theme"_s); break;
    case ThemeChoice::Light: m_settings.setValue(u"theme"_s, u"light"_s); break;
    case ThemeChoice::Dark: m_settings.setValue(u"theme"_s, u"dark"_s); break;
    }
}

QString Settings::dialect() const
{
    return m_settings.value(u"dialect"_s, u"sqlite"_s).toString();
}

void Settings::setDialect(const QString &id)
{
    m_settings.setValue(u"dialect"_s, id);
}

bool Settings::trusts(const QString &path, const QByteArray &digest) const
{
    return !digest.isEmpty() && m_settings.value(trustKey(path)).toByteArray() == digest.toHex();
}

void Settings::trust(const QString &path, const QByteArray &digest)
{
    m_settings.setValue(trustKey(path), digest.toHex());
}

bool Settings::showsHints() const
{
    return m_settings.value(u"hints"_s, true).toBool();
}

void Settings::setShowsHints(bool shows)
{
    m_settings.setValue(u"hints"_s, shows);
}

}
