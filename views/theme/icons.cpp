#include "views/theme/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <cmath>

using namespace Qt::StringLiterals;

// A library cannot register its resources by itself; the macro does not work inside a namespace.
static void registerResources()
{
    Q_INIT_RESOURCE(resources);
}

namespace views {

namespace {

QByteArray drawing(const QString &name)
{
    registerResources();
    QFile file(u":/icons/"_s + name + u".svg"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no icon %s", qPrintable(name));
    return file.readAll();
}

/// A drawing in one colour; `size` is in device pixels.
QPixmap rendered(const QString &name, const QSize &size, const QColor &colour)
{
    const QString key = u"throughline/%1/%2/%3x%4"_s.arg(name, colour.name(QColor::HexArgb))
                            .arg(size.width())
                            .arg(size.height());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(size);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(drawing(name).replace("currentColor", colour.name().toLatin1()));
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    QPainter painter(&pixmap);
    painter.setOpacity(colour.alphaF());
    renderer.render(&painter);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

/// Draws an SVG of one colour, taking the colour from the palette of the moment.
class SvgIconEngine : public QIconEngine
{
public:
    SvgIconEngine(QString name, Tone tone) : m_name(std::move(name)), m_tone(tone) { }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        paintIcon(painter, m_name, rect, colour(mode, state));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return rendered(m_name, size, colour(mode, state));
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal) override
    {
        return pixmap(size, mode, state);
    }
    QSize actualSize(const QSize &size, QIcon::Mode, QIcon::State) override { return size; }
    QIconEngine *clone() const override { return new SvgIconEngine(*this); }
    QString key() const override { return u"throughline"_s; }
    QString iconName() override { return m_name; }
    bool isNull() override { return false; }

private:
    QColor colour(QIcon::Mode mode, QIcon::State state) const
    {
        const Theme &theme = themeOf(QGuiApplication::palette());
        if (mode == QIcon::Disabled)
            return theme.faint;
        // Trees say On of what is expanded: only plain icons are those of buttons.
        return colourOf(state == QIcon::On && m_tone == Tone::Text ? Tone::Accent : m_tone, theme);
    }

    QString m_name;
    Tone m_tone;
};

}

QColor colourOf(Tone tone, const Theme &theme)
{
    switch (tone) {
    case Tone::Text: return theme.text;
    case Tone::Muted: return theme.muted;
    case Tone::Accent: return theme.accent;
    case Tone::Through: return theme.through;
    case Tone::Warning: return theme.warning;
    case Tone::Good: return theme.good;
    }
    Q_UNREACHABLE();
}

QIcon icon(const QString &name, Tone tone)
{
    return QIcon(new SvgIconEngine(name, tone));
}

QIcon applicationIcon()
{
    return icon(u"throughline"_s);
}

void paintIcon(QPainter *painter, const QString &name, const QRect &rect, const QColor &colour)
{
    const qreal scale = painter->device()->devicePixelRatio();
    const int side = std::min(rect.width(), rect.height());
    QRect square(0, 0, side, side);
    square.moveCenter(rect.center());
    QPixmap pixmap =
        rendered(name, QSize(int(std::ceil(side * scale)), int(std::ceil(side * scale))), colour);
    pixmap.setDevicePixelRatio(scale);
    painter->drawPixmap(square.topLeft(), pixmap);
}

QString iconName(model::AssociationKind kind)
{
    switch (kind) {
    case model::AssociationKind::BelongsToMany: return u"belongs-to-many"_s;
    case model::AssociationKind::HasMany: return u"has-many"_s;
    case model::AssociationKind::HasOne: return u"has-one"_s;
    case model::AssociationKind::BelongsTo: return u"belongs-to"_s;
    }
    Q_UNREACHABLE();
}

QString iconName(model::Severity severity)
{
    switch (severity) {
    case model::Severity::Error: return u"error"_s;
    case model::Severity::Warning: return u"warning"_s;
    case model::Severity::Hint: return u"hint"_s;
    }
    Q_UNREACHABLE();
}

Tone toneOf(model::Severity severity)
{
    return severity == model::Severity::Hint ? Tone::Muted : Tone::Warning;
}

}
