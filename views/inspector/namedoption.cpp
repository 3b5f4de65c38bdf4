#include "views/inspector/namedoption.h"

#include "model/project/describe.h"
#include "views/inspector/optiontext.h"

using namespace Qt::StringLiterals;

namespace views {

namespace {

/// Options with keys of their own that have fields.
template <typename Option>
constexpr bool isNested = false;
template <>
constexpr bool isNested<model::Inflections> = true;
template <>
constexpr bool isNested<model::Through> = true;
template <>
constexpr bool isNested<model::References> = true;

template <typename Option>
concept HasText = requires(const Option &shown, Option &changed)
{
    textOf(shown);
    takeText(QString(), changed);
};

/// What is in a box, by reference.
template <typename T>
T &unboxed(T &option)
{
    return option;
}
template <typename T>
const T &unboxed(const model::Seldom<T> &box)
{
    return *box;
}
template <typename T>
T &unboxed(model::Seldom<T> &box)
{
    return box.edit();
}

/// `access` leads from the thing to a part of it, whose keys are searched.
template <typename Part, typename Thing, typename Access>
void findOption(const QString &key, Access access, NamedOption<Thing> &found)
{
    model::describe(model::Of<Part>(), [&](const char *name, auto member) {
        if constexpr (std::is_member_object_pointer_v<decltype(member)>) {
            const auto part = [ access, member ](auto &thing) -> auto &
            {
                return unboxed(access(thing).*member);
            };
            using Option = std::remove_cvref_t<decltype(part(std::declval<Thing &>()))>;
            const QLatin1StringView word(name);
            if constexpr (isNested<Option>) {
                if (key.startsWith(QString(word) + u'.'))
                    findOption<Option>(key.mid(word.size() + 1), part, found);
            } else if constexpr (HasText<Option>) {
                if (key == word) {
                    found = {
                        std::is_same_v<Option, std::optional<bool>>,
                        [part](const Thing &thing) { return textOf(part(thing)); },
                        [part](Thing &thing, const QString &text) { return takeText(text, part(thing)); }};
                }
            }
        }
    });
}

/// A schema makes an object of the table's name.
NamedOption<model::Attribute> referredSchema()
{
    return {.text = [](const model::Attribute &attribute) { return attribute.references->model.schema; },
            .take = [](model::Attribute &attribute, const QString &text) -> model::Result<void> {
                model::TableName &table = attribute.references.edit().model;
                table.schema = text;
                table.isObject = !text.isNull();
                return {};
            }};
}

}

template <typename Thing>
NamedOption<Thing> optionNamed(const QString &key)
{
    NamedOption<Thing> found;
    findOption<Thing>(
        key, [](auto &thing) -> auto & { return thing; }, found);
    if constexpr (std::is_same_v<Thing, model::Attribute>) {
        if (key == u"references.schema")
            found = referredSchema();
    }
    if (!found.text)
        qFatal("no option %s", qPrintable(key));
    return found;
}

template NamedOption<model::Attribute> optionNamed(const QString &);
template NamedOption<model::ModelOptions> optionNamed(const QString &);
template NamedOption<model::Index> optionNamed(const QString &);
template NamedOption<model::Association> optionNamed(const QString &);

}
