#pragma once

#include <QList>
#include <QWidget>

namespace views {

/// What a newcomer can try on a sample, in one line; gone for ever once it is dismissed.
class HintBar : public QWidget
{
    Q_OBJECT

public:
    explicit HintBar(QWidget *parent = nullptr);

Q_SIGNALS:
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;
    /// Shows as many hints as there is room for.
    void resizeEvent(QResizeEvent *event) override;

private:
    QList<QWidget *> m_hints;
    QWidget *m_dismiss = nullptr;
};

}
