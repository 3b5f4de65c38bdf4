#include "model/source/library.h"

using namespace Qt::StringLiterals;

namespace model::source {

namespace {

/// A type with its flags.
struct KnownType : DataTypeValue
{
    std::optional<Value> member(Evaluator &evaluator, Atom name, Place place) override
    {
        const QString &text = evaluator.atoms().text(name);
        if (text == u"key")
            return evaluator.text(word, place);
        if (text == u"values")
            return Value(evaluator.list(arguments), place);
        if (text != u"BINARY" && text != u"UNSIGNED" && text != u"ZEROFILL")
            return {};
        KnownType *made = evaluator.arena().make<KnownType>();
        made->word = word;
        made->arguments = arguments;
        made->flags = flags;
        if (!made->flags.contains(text))
            made->flags.append(text);
        return Value(made, place);
    }
};

struct DataTypesObject : Object
{
    std::optional<Value> member(Evaluator &evaluator, Atom name, Place place) override
    {
        return evaluator.unknown(u"there is no type DataTypes.%1"_s.arg(evaluator.atoms().text(name)), place);
    }
};

}

Value callDataType(Evaluator &evaluator, const DataTypeValue &type, std::span<const Value> arguments,
                   Place place)
{
    KnownType *made = evaluator.arena().make<KnownType>();
    made->word = type.word;
    made->flags = type.flags;
    made->arguments.assign(arguments.begin(), arguments.end());
    return Value(made, place);
}

Object *makeDataTypes(Evaluator &evaluator)
{
    DataTypesObject *types = evaluator.arena().make<DataTypesObject>();
    QStringList words = typeWords();
    for (const auto &word : {u"NOW"_s, u"UUIDV1"_s, u"UUIDV4"_s})
        words.append(word);
    for (const QString &word : words) {
        KnownType *type = evaluator.arena().make<KnownType>();
        type->word = word;
        types->properties.set(evaluator.atoms().of(word), Value(type));
    }
    const Property *decimal = types->properties.find(evaluator.atom("DECIMAL"));
    types->properties.set(evaluator.atom("NUMERIC"), decimal ? decimal->value : Value());
    const Property *real = types->properties.find(evaluator.atom("DOUBLE"));
    types->properties.set(evaluator.atom("DOUBLE PRECISION"), real ? real->value : Value());
    return types;
}

}
