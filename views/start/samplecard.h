#pragma once

#include "views/diagram/scene.h"
#include "views/start/samples.h"

#include <QAbstractButton>

namespace views {

/// A sample as a button: its diagram, small, with a title and a sentence.
class SampleCard : public QAbstractButton
{
    Q_OBJECT

public:
    explicit SampleCard(const Sample &sample, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void paintDiagram(QPainter &painter, const QRectF &area) const;

    Sample m_sample;
    Scene m_scene;
};

}
