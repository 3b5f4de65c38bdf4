#pragma once

#include "views/diagram/hit.h"
#include "views/diagram/selection.h"

/// Ways through a diagram for those who use no mouse.
namespace views {

/// The object that was selected last: a head, or an edge.
Hit objectOf(const Scene &scene, const Selection &selection);
/// The rectangle of an object.
QRectF rectOf(const Scene &scene, const Hit &object);

/// The object after this one, or before it: boxes as one reads, then edges. From nothing, the first or the
/// last; nothing after the last.
Hit nextObject(const Scene &scene, const Hit &object, bool isForward);
/// Along an edge to the box that lies in this direction (of length 1); from an edge to its end there.
Hit neighbour(const Scene &scene, const Hit &object, QPointF direction);

/// What an object is, in a sentence that can be read aloud.
QString described(const Scene &scene, const Hit &object);

}
