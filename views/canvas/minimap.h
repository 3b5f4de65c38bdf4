#pragma once

#include "views/diagram/scene.h"

#include <QPixmap>
#include <QWidget>

namespace views {

/// The whole diagram in a corner of the canvas, with a frame around what is to be seen. A press or a drag
/// moves the frame. Of an empty diagram there is nothing to be seen.
class Minimap : public QWidget
{
    Q_OBJECT

public:
    explicit Minimap(QWidget *parent = nullptr);

    void show(const Scene &scene);
    void setFrame(const QRectF &visible);
    using QWidget::show;

    QSize sizeHint() const override;

Q_SIGNALS:
    /// The point of the diagram that should be in the middle.
    void picked(QPointF centre);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QTransform toMap() const;
    void paintBoxes();
    void pick(QPointF at);

    QList<QPair<QRectF, bool>> m_boxes; ///< and whether it is a through
    QRectF m_bounds;
    QRectF m_visible;
    QPixmap m_picture; ///< the boxes; null where it has to be painted anew
};

}
