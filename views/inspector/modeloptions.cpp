#include "views/inspector/modeloptions.h"

namespace views {

namespace {

QString definer(bool isDefined)
{
    return isDefined ? Form::tr("the project's define") : Form::tr("Sequelize's default");
}

}

GhostValue flagGhost(bool value, const std::optional<bool> &merged)
{
    return {textOf(std::optional(value)), definer(merged.has_value())};
}

GhostValue addedGhost(const QString &attribute, const QString &option)
{
    return attribute.isEmpty() ? GhostValue() : GhostValue{attribute, Form::tr("added by %1").arg(option)};
}

GhostValue definedGhost(const QString &merged)
{
    return merged.isNull() ? GhostValue() : GhostValue{merged, definer(true)};
}

}
