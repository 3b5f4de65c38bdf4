#include "views/start/samples.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace views {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Samples)
};

}

QList<Sample> samples()
{
    const auto sample = [](QLatin1StringView name, const QString &title, const QString &text) {
        return Sample{u":/samples/"_s + name + u".throughline"_s, title, text};
    };
    return {
        sample(
            "workshop"_L1, Texts::tr("Workshop"),
            Texts::tr(
                "Three n:m at once: with attributes of its own, on custom keys, and of a model to itself.")),
        sample("user-project"_L1, Texts::tr("Users and projects"),
               Texts::tr("A through and nothing else: every key and name is derived.")),
        sample("worker-tasks"_L1, Texts::tr("Workers and tasks"),
               Texts::tr("Aliases and foreign keys set on both sides.")),
        sample("worker-tasks-one-side"_L1, Texts::tr("Tasks, from one side"),
               Texts::tr("One call with both keys: methods for users only.")),
        sample("family"_L1, Texts::tr("Family"),
               Texts::tr("Parents and children: one model, twice on the same table.")),
        sample("user-groups"_L1, Texts::tr("Users and groups"),
               Texts::tr("Joined on unique columns instead of primary keys, with fields of their own.")),
        sample("assignments"_L1, Texts::tr("Assignments"),
               Texts::tr("A through model with status and dates; both keys identify a row.")),
        sample("assignments-own-id"_L1, Texts::tr("Assignments, repeated"),
               Texts::tr("The same with an id of its own, so that a pair may occur twice.")),
    };
}

}
