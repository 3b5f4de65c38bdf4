#include "views/inspector/modeloptions.h"

#include "views/inspector/optiontext.h"

using namespace Qt::StringLiterals;

namespace views {

namespace {

QString definer(bool isDefined)
{
    return isDefined ? Form::tr("the project's define") : Form::tr("Sequelize's default");
}

/// An attribute that Sequelize adds, and the option that makes it do so.
struct AddedAttribute
{
    QString model::Table::*name;
    QString option;
};

std::optional<AddedAttribute> addedAttribute(const QString &key)
{
    if (key == u"createdAt")
        return AddedAttribute{&model::Table::createdAt, u"timestamps"_s};
    if (key == u"updatedAt")
        return AddedAttribute{&model::Table::updatedAt, u"timestamps"_s};
    if (key == u"deletedAt")
        return AddedAttribute{&model::Table::deletedAt, u"paranoid"_s};
    if (key == u"version")
        return AddedAttribute{&model::Table::version, u"version"_s};
    return {};
}

/// What a flag comes to; nothing where it is what the merged options say.
std::optional<bool> effectiveFlag(const QString &key, const model::Table *table)
{
    if (key == u"timestamps")
        return !table || table->timestamps;
    if (key == u"paranoid")
        return table && table->paranoid;
    return {};
}

}

QList<QStringList> frequentModelOptions()
{
    return {{u"timestamps"_s, u"paranoid"_s}, {u"underscored"_s, u"freezeTableName"_s}};
}

QList<QStringList> rareModelOptions()
{
    return {{u"createdAt"_s, u"updatedAt"_s},
            {u"deletedAt"_s, u"version"_s},
            {u"name.singular"_s, u"name.plural"_s},
            {u"schema"_s, u"engine"_s},
            {u"charset"_s, u"collate"_s},
            {u"rowFormat"_s, u"initialAutoIncrement"_s},
            {u"comment"_s},
            {u"uniqueKeys"_s},
            {u"defaultScope"_s},
            {u"scopes"_s}};
}

std::function<GhostValue(const model::Table *)> modelOptionGhost(const QString &key)
{
    const NamedOption<model::ModelOptions> option = optionNamed<model::ModelOptions>(key);
    if (option.isFlag) {
        return [key, text = option.text](const model::Table *table) {
            const QString merged = table ? text(table->options) : QString();
            const bool value = effectiveFlag(key, table).value_or(merged == u"true");
            return GhostValue{textOf(std::optional(value)), definer(!merged.isNull())};
        };
    }
    return [key, text = option.text](const model::Table *table) {
        if (!table)
            return GhostValue();
        if (const auto added = addedAttribute(key)) {
            const QString name = table->*added->name;
            return name.isEmpty() ? GhostValue()
                                  : GhostValue{name, Form::tr("added by %1").arg(added->option)};
        }
        if (key == u"name.singular" || key == u"name.plural") {
            const model::Derived &name = key == u"name.singular" ? table->singular : table->plural;
            return GhostValue{name.value, Form::tr("inflected from %1").arg(table->model)};
        }
        const QString merged = text(table->options);
        return merged.isNull() ? GhostValue() : GhostValue{merged, definer(true)};
    };
}

}
