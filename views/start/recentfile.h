#pragma once

#include <QAbstractButton>

namespace views {

/// A file that was open lately: its name, and below it where it is.
class RecentFile : public QAbstractButton
{
    Q_OBJECT

public:
    RecentFile(const QString &name, const QString &place, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_place;
};

}
