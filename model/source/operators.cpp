#include "model/source/evaluator.h"

#include "model/source/builtins.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace model::source {

namespace {

/// ECMA-262, ToInt32.
qint32 asInteger(double number)
{
    if (!std::isfinite(number))
        return 0;
    return qint32(quint32(qint64(std::fmod(std::trunc(number), 4294967296.0))));
}

}

Value Evaluator::evaluateUnary(Syntax node, Scope *scope)
{
    const Place place = placeOf(node);
    const QByteArrayView operation = node.part(NodeField::Operator).text();
    const Syntax argument = node.part(NodeField::Argument);
    if (operation == "typeof") {
        if (argument.is(NodeKind::Identifier)) {
            bool isDefined = false;
            for (Scope *each = scope; each && !isDefined; each = each->parent)
                isDefined = each->find(argument.atom());
            if (!isDefined)
                return text(u"undefined"_s, place);
        }
        const Value value = evaluate(argument, scope);
        switch (value.kind()) {
        case Value::Kind::Undefined: return text(u"undefined"_s, place);
        case Value::Kind::Null: return text(u"object"_s, place);
        case Value::Kind::Boolean: return text(u"boolean"_s, place);
        case Value::Kind::Number: return text(u"number"_s, place);
        case Value::Kind::Text: return text(u"string"_s, place);
        case Value::Kind::Symbol: return text(u"symbol"_s, place);
        case Value::Kind::Object: return text(value.as<Function>() ? u"function"_s : u"object"_s, place);
        case Value::Kind::Unknown: return value.at(place);
        }
    }
    if (operation == "delete") {
        if (argument.is(NodeKind::Member) || argument.is(NodeKind::Subscript)) {
            const Value from = evaluate(argument.part(NodeField::Object), scope);
            const Atom key = argument.is(NodeKind::Member)
                ? argument.part(NodeField::Property).atom()
                : toKey(evaluate(argument.part(NodeField::Index), scope));
            if (from.isObject())
                from.object()->properties.remove(key);
        }
        return Value(true, place);
    }
    const Value value = evaluate(argument, scope);
    if (operation == "void")
        return Value::undefined(place);
    if (operation == "!") {
        const auto known = truth(value);
        return known ? Value(!*known, place) : value.at(place);
    }
    const auto number = toNumber(value);
    if (!number)
        return value.isUnknown() ? value.at(place) : unknown(u"a number that is not known"_s, place);
    if (operation == "-")
        return Value(-*number, place);
    if (operation == "~")
        return Value(double(~asInteger(*number)), place);
    return Value(*number, place);
}

Value Evaluator::evaluateBinary(Syntax node, Scope *scope)
{
    const Place place = placeOf(node);
    const QByteArrayView operation = node.part(NodeField::Operator).text();
    const Value left = evaluate(node.part(NodeField::Left), scope);
    const Syntax rightNode = node.part(NodeField::Right);
    if (operation == "&&" || operation == "||") {
        const auto known = truth(left);
        if (!known)
            return left.at(place);
        return *known == (operation == "||") ? left : evaluate(rightNode, scope);
    }
    if (operation == "??") {
        if (left.isUnknown())
            return left.at(place);
        return left.isNothing() ? evaluate(rightNode, scope) : left;
    }
    return combine(operation, left, evaluate(rightNode, scope), place);
}

Value Evaluator::combine(QByteArrayView operation, const Value &left, const Value &right, Place place)
{
    if (left.isUnknown())
        return left.at(place);
    if (right.isUnknown())
        return right.at(place);
    if (operation.startsWith("==") || operation.startsWith("!=")) {
        const auto same = areSame(left, right, operation.size() == 3);
        return same ? Value(*same == (operation[0] == '='), place)
                    : unknown(u"a comparison that is not known"_s, place);
    }
    if (operation == "instanceof") {
        const Function *type = right.as<Function>();
        if (!type)
            return unknown(u"instanceof something that is not known"_s, place);
        return Value(type->instances && isInstanceOf(left, type->instances), place);
    }
    if (operation == "in") {
        const Atom key = toKey(left);
        if (!right.isObject() || right.object()->unknownPart)
            return unknown(u"a property that is not known"_s, place);
        return Value(!get(right, key, place).isUndefined(), place);
    }
    const bool isOfTexts = left.isText() || right.isText() || left.isObject() || right.isObject();
    if (operation == "+" && isOfTexts) {
        const QString before = toText(left), after = toText(right);
        if (before.isNull() || after.isNull() || before.size() + after.size() > longestText
            || !spend((before.size() + after.size()) / 16))
            return unknown(u"a text that is not known"_s, place);
        return text(before + after, place);
    }
    if (left.isText() && right.isText()) {
        const int order = left.text().compare(right.text());
        if (operation == "<")
            return Value(order < 0, place);
        if (operation == ">")
            return Value(order > 0, place);
        if (operation == "<=")
            return Value(order <= 0, place);
        if (operation == ">=")
            return Value(order >= 0, place);
    }
    const auto a = toNumber(left), b = toNumber(right);
    if (!a || !b)
        return unknown(u"a number that is not known"_s, place);
    if (operation == "+")
        return Value(*a + *b, place);
    if (operation == "-")
        return Value(*a - *b, place);
    if (operation == "*")
        return Value(*a * *b, place);
    if (operation == "/")
        return Value(*a / *b, place);
    if (operation == "%")
        return Value(std::fmod(*a, *b), place);
    if (operation == "**")
        return Value(std::pow(*a, *b), place);
    if (operation == "<")
        return Value(*a < *b, place);
    if (operation == ">")
        return Value(*a > *b, place);
    if (operation == "<=")
        return Value(*a <= *b, place);
    if (operation == ">=")
        return Value(*a >= *b, place);
    const qint32 x = asInteger(*a);
    const auto shift = quint32(asInteger(*b)) & 31;
    if (operation == "|")
        return Value(double(x | asInteger(*b)), place);
    if (operation == "&")
        return Value(double(x & asInteger(*b)), place);
    if (operation == "^")
        return Value(double(x ^ asInteger(*b)), place);
    if (operation == "<<")
        return Value(double(qint32(quint32(x) << shift)), place);
    if (operation == ">>")
        return Value(double(x >> shift), place);
    if (operation == ">>>")
        return Value(double(quint32(x) >> shift), place);
    return unknown(u"an operator that is not understood"_s, place);
}

}
