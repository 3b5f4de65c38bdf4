#include "model/source/decorators.h"

using namespace Qt::StringLiterals;

/// `@Column` and the decorators that add to a column.
namespace model::source {

namespace {

Value setColumn(const Call &call, const Value &options)
{
    Evaluator &evaluator = call.evaluator;
    const DecoratorTarget *target = call.argument(0).as<DecoratorTarget>();
    if (!target)
        return {};
    const Place where = call.argument(0).place;
    Object *attribute = evaluator.object();
    if (options.as<DataTypeValue>() || options.isText())
        attribute->properties.set(evaluator.atom("type"), options, options.place);
    else
        evaluator.spread(*attribute, options);
    const Property *type = attribute->properties.find(evaluator.atom("type"));
    if ((!type || type->value.isUndefined()) && !attribute->unknownPart) {
        const QString word = designType(evaluator, target->member);
        const Property *types =
            evaluator.declarations().sequelizeClass->properties.find(evaluator.atom("DataTypes"));
        const Value inferred = word.isNull()
            ? evaluator.unknown(u"no type is given, and the annotation stands for none"_s, where)
            : evaluator.get(types->value, evaluator.atoms().of(word), where).at(where);
        attribute->properties.set(evaluator.atom("type"), inferred, where);
    }
    if (target->member.hasWord("get"))
        attribute->properties.set(evaluator.atom("get"), call.argument(0), where);
    decoratedAttributes(evaluator, *target->owner)
        .properties.set(evaluator.toKey(call.argument(1)), Value(attribute, where), where);
    return {};
}

Value column(const Call &call)
{
    if (isApplied(call))
        return setColumn(call, Value());
    return applyLater(call, [](const Call &inner) { return setColumn(inner, given(inner, 0)); });
}

/// Adds an option to an attribute that `@Column` has made.
Value setOption(const Call &call, const char *option, const Value &value)
{
    const DecoratorTarget *target = call.argument(0).as<DecoratorTarget>();
    if (!target)
        return {};
    Object &attributes = decoratedAttributes(call.evaluator, *target->owner);
    const Property *attribute = attributes.properties.find(call.evaluator.toKey(call.argument(1)));
    if (!attribute || !attribute->value.isObject()) {
        call.evaluator.declarations().note(
            call.place, u"@%1 stands on a member that is no column yet"_s.arg(call.callee->name));
        return {};
    }
    attribute->value.object()->properties.set(call.evaluator.atom(option), value, call.place);
    return {};
}

/// The option of a decorator: true where it stands without brackets or with empty ones.
template <const char *option>
Value optionDecorator(const Call &call)
{
    if (isApplied(call))
        return setOption(call, option, Value(true, call.place));
    return applyLater(call, [](const Call &inner) {
        const Value value = given(inner, 0);
        return setOption(inner, option, value.isUndefined() ? Value(true, inner.place) : value);
    });
}

constexpr char allowNull[] = "allowNull";
constexpr char autoIncrement[] = "autoIncrement";
constexpr char comment[] = "comment";
constexpr char defaultValue[] = "defaultValue";
constexpr char primaryKey[] = "primaryKey";
constexpr char unique[] = "unique";
constexpr char validate[] = "validate";

}

void addColumnDecorators(Evaluator &evaluator, Object &package)
{
    evaluator.addNative(package, "Column", column);
    evaluator.addNative(package, "AllowNull", optionDecorator<allowNull>);
    evaluator.addNative(package, "AutoIncrement", optionDecorator<autoIncrement>);
    evaluator.addNative(package, "Comment", optionDecorator<comment>);
    evaluator.addNative(package, "Default", optionDecorator<defaultValue>);
    evaluator.addNative(package, "PrimaryKey", optionDecorator<primaryKey>);
    evaluator.addNative(package, "Unique", optionDecorator<unique>);
    for (const char *name :
         {"Contains",    "Equals",   "Is",           "IsAfter", "IsAlpha",     "IsAlphanumeric",
          "IsArray",     "IsBefore", "IsCreditCard", "IsDate",  "IsDecimal",   "IsEmail",
          "IsFloat",     "IsIP",     "IsIPv4",       "IsIPv6",  "IsIn",        "IsInt",
          "IsLowercase", "IsNull",   "IsNumeric",    "IsUrl",   "IsUUID",      "IsUppercase",
          "Length",      "Max",      "Min",          "Not",     "NotContains", "NotEmpty",
          "NotIn",       "NotNull",  "Validate"})
        evaluator.addNative(package, name, optionDecorator<validate>);
}

}
