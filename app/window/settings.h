#pragma once

#include <QByteArray>
#include <QSettings>
#include <QStringList>

namespace app {

/// Which theme the user wants.
enum class ThemeChoice : quint8 { System, Light, Dark };

/// What the program remembers between two starts.
class Settings
{
public:
    QStringList recentFiles() const;
    void addRecentFile(const QString &path);
    void removeRecentFile(const QString &path);

    QByteArray geometry() const;
    QByteArray layout() const;
    void keepWindow(const QByteArray &geometry, const QByteArray &layout);

    ThemeChoice theme() const;
    void setTheme(ThemeChoice theme);

    /// The id of the dialect that schemas and queries are shown in.
    QString dialect() const;
    void setDialect(const QString &id);

    /// Whether the user trusts a project file, as it was when he said so, to run its queries on servers.
    bool trusts(const QString &path, const QByteArray &digest) const;
    void trust(const QString &path, const QByteArray &digest);

    /// Hints that the user has seen and does not want any more.
    bool showsHints() const;
    void setShowsHints(bool shows);

private:
    QSettings m_settings;
};

}
