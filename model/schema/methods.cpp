#include "model/schema/methods.h"

using namespace Qt::StringLiterals;

namespace model {

QList<std::pair<QString, QString>> methodsOf(const ResolvedAssociation &association)
{
    const Methods &m = association.methods;
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
