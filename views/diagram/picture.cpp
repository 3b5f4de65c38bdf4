#include "views/diagram/picture.h"

#include "model/file/projectfile.h"
#include "model/file/savefile.h"
#include "views/diagram/text.h"

#include <QBuffer>
#include <QImage>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <cmath>

using namespace Qt::StringLiterals;

namespace views {

namespace {

constexpr qreal margin = 2 * measure::grid;
constexpr qreal pixelsPerInch = 96;

/// A scene with its frame, ready to be painted anywhere.
struct Picture
{
    Scene scene;
    QRectF frame;
    QString title;
    Theme theme;
    qreal scale = 1;

    QSizeF size() const { return frame.size() * scale; }

    void paintOn(QPaintDevice *device, qreal unitsPerPixel = 1) const
    {
        QPainter painter(device);
        painter.scale(scale * unitsPerPixel, scale * unitsPerPixel);
        painter.translate(-frame.topLeft());
        Painter(theme, systemFonts()).paint(painter, scene, {.visible = frame, .hasGrid = false});
    }
};

model::Result<QByteArray> svgOf(const Picture &picture)
{
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(int(pixelsPerInch));
    generator.setSize(picture.size().toSize());
    generator.setViewBox(QRectF(QPointF(), picture.size()));
    generator.setTitle(shown(picture.title));
    picture.paintOn(&generator);
    return buffer.data();
}

model::Result<QByteArray> pngOf(const Picture &picture)
{
    constexpr qreal mostPixels = 400e6;
    const QSize size = picture.size().toSize();
    if (qreal(size.width()) * size.height() > mostPixels)
        return model::refusal(
            model::Text::tr("a picture of %1 × %2 pixels is too large; take a smaller scale")
                .arg(size.width())
                .arg(size.height()));
    QImage image(size, QImage::Format_RGB32);
    if (image.isNull())
        return model::refusal(model::Text::tr("there is not enough memory for the picture"));
    picture.paintOn(&image);
    QBuffer buffer;
    image.save(&buffer, "PNG");
    return buffer.data();
}

model::Result<QByteArray> pdfOf(const Picture &picture)
{
    constexpr qreal pointsPerInch = 72;
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setTitle(shown(picture.title));
        const QSizeF points = picture.size() * (pointsPerInch / pixelsPerInch);
        writer.setPageSize(QPageSize(points, QPageSize::Point, {}, QPageSize::ExactMatch));
        writer.setPageMargins({});
        picture.paintOn(&writer, writer.resolution() / pixelsPerInch);
    }
    return buffer.data();
}

}

model::Result<void> writePicture(const model::Project &project, const QString &path, const Theme &theme,
                                 qreal scale)
{
    if (!(scale > 0))
        return model::refusal(model::Text::tr("the scale of a picture is a number above 0"));
    constexpr qsizetype mostModels = 20'000;
    if (project.models.size() > mostModels) {
        return model::refusal(model::Text::tr("a diagram of %1 models is too large for a picture; at most %2")
                                  .arg(project.models.size())
                                  .arg(mostModels));
    }
    const model::Schema schema = model::resolve(project);
    Picture picture{.scene = scene(project, schema, View(), measureIn(systemFonts())),
                    .title = project.name,
                    .theme = theme,
                    .scale = scale};
    picture.frame = picture.scene.bounds.adjusted(-margin, -margin, margin, margin).toAlignedRect();
    const auto endsIn = [&](const QString &ending) { return path.endsWith(ending, Qt::CaseInsensitive); };
    model::Result<QByteArray> bytes;
    if (endsIn(u".svg"_s))
        bytes = svgOf(picture);
    else if (endsIn(u".png"_s))
        bytes = pngOf(picture);
    else if (endsIn(u".pdf"_s))
        bytes = pdfOf(picture);
    else
        return model::refusal(model::Text::tr("a picture ends in .svg, .png or .pdf"));
    if (!bytes)
        return tl::unexpected(bytes.error());
    return model::saveBytes(*bytes, path);
}

}
