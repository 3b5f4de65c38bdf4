#pragma once

#include "views/diagram/diagram.h"
#include "views/canvas/link.h"

#include <functional>

namespace views {

/// A name that can be typed, with what is said about it.
struct NameField
{
    QString label;
    QString text;
    QString placeholder;
};

/// The part of a diagram whose name is typed in its place.
struct NamePlace
{
    enum class Part : quint8 { Head, Row, Chip, Label };

    Part part = Part::Head;
    BoxId box;
    model::AttributeId attribute;
    model::AssociationId call; ///< of the edge; the alias of a label is this call's

    /// Empty where there is no such part.
    QRectF rectIn(const Scene &scene) const;
};

/// Names that are typed in place, and what they make of the project.
struct Naming
{
    NamePlace place;
    QList<NameField> fields;
    /// The next project, or why these names are none.
    std::function<model::Result<model::Project>(const QStringList &names)> apply;
    std::function<QString(const QStringList &names)> what; ///< what the edit is called
    /// What is selected afterwards; the diagram's own selection where there is none.
    std::function<Selection(const model::Project &next)> selects;
    /// What is shown while the names are typed. It comes to be when they are accepted, or left.
    std::optional<model::Project> preview;
};

/// Renames what the mouse, or the selection, points at; nothing where that has no name of its own.
std::optional<Naming> renamingOf(const Diagram &diagram, const Hit &hit);
std::optional<Naming> renamingOf(const Diagram &diagram, const Selection &selection);

/// A model that has come to be at a place, and needs a name.
Naming newModel(const Diagram &diagram, QPointF at);

/// A relation that has been drawn: the name of its through, or the aliases that it needs. No fields where
/// nothing has to be asked.
Naming newRelation(const Diagram &diagram, const Link &link);

}
