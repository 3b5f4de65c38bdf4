#pragma once

#include <QTimer>
#include <QWidget>

namespace views {

/// A thin moving line over rows that are being read; it is not there unless the work takes longer than a
/// moment.
class BusyLine : public QWidget
{
    Q_OBJECT

public:
    static constexpr int delay = 150; ///< milliseconds

    explicit BusyLine(QWidget *parent);

    void start();
    void stop();

Q_SIGNALS:
    void shown(bool isShown);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QTimer m_delay;
    QTimer m_motion;
    int m_step = 0;
};

}
