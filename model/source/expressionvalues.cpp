#include "model/source/library.h"

using namespace Qt::StringLiterals;

namespace model::source {

namespace {

Value expression(const Call &call)
{
    ExpressionValue *made = call.evaluator.arena().make<ExpressionValue>();
    made->name = call.callee->name;
    made->arguments.assign(call.arguments.begin(), call.arguments.end());
    return Value(made, call.place);
}

struct OperatorsObject : Object
{
    std::optional<Value> member(Evaluator &evaluator, Atom name, Place place) override
    {
        return Value::symbol(evaluator.atoms().symbol(u'$' + evaluator.atoms().text(name)), place);
    }
};

}

void addExpressions(Evaluator &evaluator, Object &to)
{
    for (const char *name : {"literal", "fn", "col", "cast", "where", "json", "and", "or"})
        evaluator.addNative(to, name, expression);
    to.properties.set(evaluator.atom("asIs"), Value(evaluator.native(u"literal"_s, expression)));
}

Object *makeOperators(Evaluator &evaluator)
{
    return evaluator.arena().make<OperatorsObject>();
}

}
