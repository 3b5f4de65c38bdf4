#pragma once

#include "views/canvas/hit.h"
#include "views/canvas/painter.h"
#include "views/canvas/viewport.h"

#include <QWidget>

#include <memory>

namespace views {

class Minimap;

/// The diagram on the screen: it shows a project, and is moved, zoomed and pointed at. It takes its colours
/// from its palette and its fonts from the system.
class Canvas : public QWidget
{
    Q_OBJECT

public:
    explicit Canvas(QWidget *parent = nullptr);
    ~Canvas() override;

    /// Shows a project. What has not changed since the last one stays where it is.
    void show(const model::Project &project, const model::Schema &schema);
    /// Sets off the path of a query, hop by hop.
    void follow(const QList<model::AssociationId> &path);
    using QWidget::show;

    const Scene &scene() const { return m_scene; }
    const View &view() const { return m_view; }
    const Viewport &viewport() const { return m_viewport; }

    void zoomTo(qreal zoom);
    void zoomIn();
    void zoomOut();
    /// All of the diagram.
    void fit();
    void centreOn(BoxId box);
    Minimap *minimap() const { return m_minimap; }

    QSize sizeHint() const override;

Q_SIGNALS:
    void zoomed(qreal zoom);
    /// Something else is under the mouse; for what can be said about it.
    void hovered(const views::Hit &hit);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;

private:
    void look(const Viewport &viewport);
    void hover(QPointF at);
    void hoverOver(const Hit &hit);
    void paintHint(QPainter &painter);
    void placeMinimap();
    void updateCursor();

    Scene m_scene;
    HitIndex m_hits;
    View m_view;
    Hit m_hit;
    Viewport m_viewport;
    TextMeasure m_measure;
    std::unique_ptr<Painter> m_painter; ///< of the palette; made anew when that changes
    Minimap *m_minimap = nullptr;
    QPointF m_grabbed; ///< where the mouse was last while it moves the diagram
    bool m_isMoving = false;
    bool m_isSpaceHeld = false;
    bool m_isFitted = false;
};

}
