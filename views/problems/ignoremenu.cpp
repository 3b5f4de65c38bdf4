#include "views/problems/ignoremenu.h"

#include "model/check/ignore.h"

#include <QCoreApplication>
#include <QMenu>

namespace views {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(IgnoreMenu)
};

}

void addIgnoreActions(QMenu &menu, const model::Project &project, const QList<model::Problem> &problems,
                      const std::function<void(const model::Ignored &)> &ignore)
{
    using model::IgnoredPlace;
    for (const auto place : {IgnoredPlace::Here, IgnoredPlace::Model, IgnoredPlace::Project}) {
        QList<model::Ignored> places;
        for (const model::Problem &problem : problems) {
            const auto ignored = model::ignoredAt(project, problem, place);
            if (ignored && !places.contains(*ignored))
                places.append(*ignored);
        }
        if (places.size() != 1)
            continue; // nowhere, or all over: then in the project
        const model::Model *model = model::modelOf(project, problems[0].place);
        const QString text = place == IgnoredPlace::Here ? Words::tr("Ignore here")
            : place == IgnoredPlace::Model               ? Words::tr("Ignore in %1").arg(model->name)
                                                         : Words::tr("Ignore in this project");
        menu.addAction(text, &menu, [ignore, ignored = places[0]] { ignore(ignored); });
    }
}

}
