#pragma once

#include "model/schema/schema.h"

namespace model {

/// The options that a column takes over from its attribute as they are: `visit(&Attribute::member,
/// &Column::member)`. Its name and what it references are made otherwise.
template <typename Visit>
void eachColumnOption(Visit &&visit)
{
    visit(&Attribute::type, &Column::type);
    visit(&Attribute::allowNull, &Column::allowNull);
    visit(&Attribute::primaryKey, &Column::primaryKey);
    visit(&Attribute::autoIncrement, &Column::autoIncrement);
    visit(&Attribute::autoIncrementIdentity, &Column::autoIncrementIdentity);
    visit(&Attribute::unique, &Column::unique);
    visit(&Attribute::defaultValue, &Column::defaultValue);
    visit(&Attribute::onDelete, &Column::onDelete);
    visit(&Attribute::onUpdate, &Column::onUpdate);
    visit(&Attribute::comment, &Column::comment);
}

}
