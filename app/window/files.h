#pragma once

#include <QObject>
#include <QString>

#include <functional>
#include <optional>

class QWidget;

namespace app {

class Document;
class Settings;
struct Claim;
struct Holder;

/// The questions about files: which one to open, where to save, what to do about unsaved, lost or foreign
/// work.
class Files : public QObject
{
    Q_OBJECT

public:
    Files(Document &document, Settings &settings, QWidget *window);

    void startNew();
    /// A sample is opened as a new project without a file.
    void openSample(const QString &path);
    void openAny();
    void open(const QString &path);
    /// False where it was not saved.
    bool save();
    bool saveAs();
    /// Asks about unsaved work and rows that wait to be committed; false: the user wants to stay. The work
    /// and its journal are there until another project takes their place.
    bool letGo();
    /// Tells how many changes of rows wait.
    void countWaiting(std::function<qsizetype()> count) { m_waiting = std::move(count); }
    /// Offers what a crash left behind of projects without a file; true where the user took it.
    bool recoverNameless();

Q_SIGNALS:
    /// A project is open.
    void opened();

private:
    bool saveTo(const QString &path);
    bool mayOverwrite();
    bool mayDropRows();
    /// What to do about a file that another window has; nothing where the user wants no more of it.
    std::optional<Claim> askAboutHolder(const QString &path, const Holder &holder);
    void openCopy(const QString &path);
    void offerRemains(const QString &path, const Claim &claim);
    /// Of a file that cannot be read. False where there are none, or the user does not want them.
    bool offerRemainsOfLost(const QString &path, const Claim &claim);
    void noticeChange();
    void noticeRemoval();
    QString startFolder() const;

    Document &m_document;
    Settings &m_settings;
    QWidget *m_window;
    std::function<qsizetype()> m_waiting;
    bool m_isAsking = false;
};

}
