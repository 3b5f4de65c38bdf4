#pragma once

#include <QFrame>
#include <QIcon>

#include <functional>

class QLabel;
class QLineEdit;
class QListView;

namespace views {

/// Something that can be gone to or done.
struct PaletteEntry
{
    QString title;
    QString detail; ///< what it is, or its shortcut
    QIcon icon;
    std::function<void()> run;
};

/// A field to search everything by name, over the window.
class Palette : public QFrame
{
    Q_OBJECT

public:
    explicit Palette(QWidget *window);

    /// Opens with these entries, the most likely ones first.
    void open(const QList<PaletteEntry> &entries);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    class Entries;

    void filter(const QString &typed);
    void runCurrent();
    void place();

    QLineEdit *m_field = nullptr;
    QListView *m_list = nullptr;
    QLabel *m_nothing = nullptr;
    Entries *m_entries = nullptr;
};

}
