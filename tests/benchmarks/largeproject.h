#pragma once

#include "model/project/project.h"

#include <QRandomGenerator>

#include <algorithm>

namespace bench {

using namespace Qt::StringLiterals;

/// Models in neighbourhoods, with mostly near and some far relations; every third one is an n:m.
inline model::Project largeProject(int models, int edges)
{
    QRandomGenerator random(7);
    model::Project project;
    for (int i = 0; i < models; ++i) {
        model::Model model{.id = {quint32(i + 1)}, .name = u"Model%1"_s.arg(i)};
        const int attributes = 3 + int(random.bounded(8));
        for (int a = 0; a < attributes; ++a) {
            model::Attribute attribute{.id = {quint32(i * 20 + a + 1)}, .name = u"attribute%1"_s.arg(a)};
            attribute.type = model::parseType(u"STRING"_s).value_or(model::Type());
            model.attributes.append(attribute);
        }
        project.models.append(model);
    }
    quint32 id = 1;
    for (int i = 0; i < edges; ++i) {
        const int from = int(random.bounded(models));
        const int step =
            1 + int(random.bounded(random.bounded(10) == 0 ? models - 1 : std::min(12, models - 1)));
        const int to = (from + step) % models;
        model::Association call{.id = {id++},
                                .source = project.models[from].id,
                                .target = project.models[to].id,
                                .as = {.name = u"alias%1"_s.arg(i)}};
        if (i % 3 == 0) {
            call.through.model = u"through%1"_s.arg(i);
        } else {
            call.kind = model::AssociationKind::HasMany;
            call.foreignKey.attribute.edit().name = u"key%1"_s.arg(i);
        }
        project.associations.append(call);
    }
    return project;
}

}
