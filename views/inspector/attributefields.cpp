#include "views/inspector/attributefields.h"

#include "model/project/describe.h"
#include "model/schema/columnoptions.h"
#include "views/inspector/optiontext.h"

using namespace Qt::StringLiterals;

namespace views {

namespace {

QString columnOptionText(bool value)
{
    return textOf(std::optional(value));
}
template <typename T>
QString columnOptionText(const T &value)
{
    return textOf(value);
}

}

QStringList actionWords()
{
    return {u"CASCADE"_s, u"SET NULL"_s, u"RESTRICT"_s, u"NO ACTION"_s, u"SET DEFAULT"_s};
}

QStringList typeChoices()
{
    return model::typeWords();
}

QList<QList<AttributeField>> attributeFields()
{
    const QStringList flags{u"true"_s, u"false"_s};
    const QStringList defaults{u"NOW"_s, u"UUIDV4"_s, u"UUIDV1"_s, u"true"_s, u"false"_s, u"null"_s};
    constexpr bool showsColumn = true;
    return {
        {{u"type"_s, typeChoices(), showsColumn}, {u"field"_s, {}, showsColumn}},
        {{u"allowNull"_s, {}, showsColumn}, {u"primaryKey"_s, {}, showsColumn}},
        {{u"autoIncrement"_s, {}, showsColumn}, {u"autoIncrementIdentity"_s, {}, showsColumn}},
        {{u"unique"_s, flags}, {u"defaultValue"_s, defaults}},
        {{u"comment"_s}},
        {{u"references.model"_s, {}, showsColumn}, {u"references.key"_s, {}, showsColumn}},
        {{u"references.schema"_s, {}, showsColumn}, {u"references.deferrable"_s}},
        {{u"onDelete"_s, actionWords(), showsColumn}, {u"onUpdate"_s, actionWords(), showsColumn}},
    };
}

QString columnText(const model::Column &column, const QString &key)
{
    if (key == u"field")
        return column.name;
    if (key == u"allowNull")
        return columnOptionText(column.isNullable());
    if (key.startsWith(u"references.")) {
        const model::Reference &reference = *column.references;
        return key == u"references.model" ? reference.table
            : key == u"references.key"    ? reference.column
                                          : reference.schema;
    }
    QString text;
    model::describe(model::Of<model::Attribute>(), [&](const char *name, auto member) {
        if (key != QLatin1StringView(name))
            return;
        // GCC 12 takes decltype(member) for another type in the inner function.
        using Member = decltype(member);
        model::eachColumnOption([&](auto own, auto made) {
            if constexpr (std::is_same_v<decltype(own), Member>) {
                if (own == member)
                    text = columnOptionText(column.*made);
            }
        });
    });
    return text;
}

}
