#include "model/schema/methods.h"

#include "model/schema/naming.h"

using namespace Qt::StringLiterals;

namespace model {

Methods ResolvedAssociation::methods() const
{
    const QString one = upperFirst(singular);
    if (!isToMany())
        return {.get = u"get"_s + one, .set = u"set"_s + one, .create = u"create"_s + one};
    const QString many = upperFirst(plural);
    return {.get = u"get"_s + many,
            .set = u"set"_s + many,
            .add = u"add"_s + one,
            .addMultiple = u"add"_s + many,
            .create = u"create"_s + one,
            .remove = u"remove"_s + one,
            .removeMultiple = u"remove"_s + many,
            .hasSingle = u"has"_s + one,
            .hasAll = u"has"_s + many,
            .count = u"count"_s + many};
}

QList<std::pair<QString, QString>> methodsOf(const ResolvedAssociation &association)
{
    const Methods m = association.methods();
    if (!association.isToMany())
        return {{u"get"_s, m.get}, {u"set"_s, m.set}, {u"create"_s, m.create}};
    return {{u"get"_s, m.get},
            {u"set"_s, m.set},
            {u"add"_s, m.add},
            {u"addMultiple"_s, m.addMultiple},
            {u"create"_s, m.create},
            {u"remove"_s, m.remove},
            {u"removeMultiple"_s, m.removeMultiple},
            {u"hasSingle"_s, m.hasSingle},
            {u"hasAll"_s, m.hasAll},
            {u"count"_s, m.count}};
}

}
