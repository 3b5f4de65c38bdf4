#pragma once

#include <QWidget>

class QVBoxLayout;

namespace views {

/// What the window shows while no project is open: samples, recent files, and how to begin.
class StartPage : public QWidget
{
    Q_OBJECT

public:
    explicit StartPage(QWidget *parent = nullptr);

    void showRecent(const QStringList &files);

Q_SIGNALS:
    void newAsked();
    void openAsked();
    void filePicked(const QString &path);
    void samplePicked(const QString &path);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *beginning();
    QWidget *sampleGrid();

    QVBoxLayout *m_recent = nullptr;
};

}
