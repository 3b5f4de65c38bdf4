#include "views/inspector/modeloptions.h"

namespace views {

namespace {

QString definer(bool isDefined)
{
    return isDefined ? Form::tr("the project's define") : Form::tr("Sequelize's default");
}

}

Ghost flagGhost(bool value, const std::optional<bool> &merged)
{
    return {textOf(std::optional(value)), definer(merged.has_value())};
}

Ghost addedGhost(const QString &attribute, const QString &option)
{
    return attribute.isEmpty() ? Ghost() : Ghost{attribute, Form::tr("added by %1").arg(option)};
}

Ghost definedGhost(const QString &merged)
{
    return merged.isNull() ? Ghost() : Ghost{merged, definer(true)};
}

}
