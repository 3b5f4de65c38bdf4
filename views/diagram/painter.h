#pragma once

#include "views/diagram/contrast.h"
#include "views/diagram/scene.h"

#include <QPainter>
#include <QStaticText>

#include <vector>

namespace views {

/// How much of the diagram can be told apart at a zoom.
enum class Detail : quint8 {
    Full,
    Heads, ///< boxes with their names
    Blocks, ///< plain rectangles
};

Detail detailAt(qreal zoom);

/// Which part of a scene is painted, and for which size on the screen.
struct Painting
{
    QRectF visible; ///< in the scene's units; what lies outside may be left out
    qreal zoom = 1;
    bool hasGrid = true;
};

/// Paints scenes on anything that can be painted on: a widget, a picture, a page. The painter's transform
/// says where.
class Painter
{
public:
    Painter(const Theme &theme, const Fonts &fonts);

    const Ink &ink() const { return m_ink; }
    const Theme &theme() const { return m_ink.theme; }
    const Fonts &fonts() const { return m_fonts; }

    void paint(QPainter &painter, const Scene &scene, const Painting &what) const;

private:
    struct Role
    {
        QFont font;
        qreal baseline = 0; ///< from the middle of a line down to where its letters stand
        qreal ascent = 0;
        mutable QHash<QString, QStaticText> laidOut; ///< what was painted lately
    };

    const Ink &inkOf(const Emphasis &emphasis) const { return emphasis.isDimmed ? m_faded : m_ink; }

    const Role &roleOf(TextRole role) const { return m_roles[size_t(role)]; }
    void text(QPainter &painter, TextRole role, const QColor &colour, QPointF middleLeft,
              const QString &text) const;
    void textTo(QPainter &painter, TextRole role, const QColor &colour, QPointF middleRight,
                const QString &text) const;

    QColor washOf(const Ink &ink) const;
    void paintGrips(QPainter &painter, const QList<QPointF> &at, const Ink &ink, qreal zoom) const;
    void paintShadow(QPainter &painter, const Box &box) const;
    void paintGrid(QPainter &painter, const Painting &what) const;
    void paintLines(QPainter &painter, const Scene &scene, const Painting &what) const;
    void paintEdges(QPainter &painter, const Scene &scene, const Painting &what) const;
    void paintEdge(QPainter &painter, const Edge &edge, const QRectF &visible) const;
    void paintWash(QPainter &painter, const Edge &edge, const QRectF &visible) const;
    void paintLabels(QPainter &painter, const Edge &edge) const;
    void paintChip(QPainter &painter, const Edge &edge) const;
    void paintBlock(QPainter &painter, const Box &box, qreal zoom) const;
    void paintHeadOnly(QPainter &painter, const Box &box, qreal zoom) const;
    QStringList linesFromAfar(const QStringList &words, qreal letters, QSizeF room) const;
    void paintNameFromAfar(QPainter &painter, const Box &box, qreal zoom) const;
    void paintBox(QPainter &painter, const Box &box) const;
    void paintFrame(QPainter &painter, const Box &box) const;
    void paintRow(QPainter &painter, const Box &box, qsizetype row) const;
    void paintBadge(QPainter &painter, const Badge &badge, const Ink &ink) const;

    Ink m_ink;
    Ink m_faded;
    Fonts m_fonts;
    TextMeasure m_measure;
    std::vector<Role> m_roles;
};

}
