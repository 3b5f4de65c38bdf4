#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace model {

/// Appends a shape in well-known binary as GeoJSON, as wkx writes it for Sequelize. False, with nothing
/// appended, where the bytes are no shape.
bool appendGeoJson(QByteArray &out, QByteArrayView wkb);

}
