#include "model/check/check.h"

#include "model/edit/edit.h"

using namespace Qt::StringLiterals;

namespace model {

void checkTypes(const Checked &checked, QList<Problem> &problems)
{
    for (const Model &model : checked.project.models) {
        for (const Attribute &attribute : model.attributes) {
            if (attribute.type.name != TypeName::Raw || attribute.type.declaredRaw)
                continue;
            const ModelId owner = model.id;
            Attribute raw = attribute;
            raw.type.declaredRaw = true;
            problems.append(
                {.severity = Severity::Warning,
                 .code = u"S13"_s,
                 .message = Text::tr("%1.%2: %3 is no type of Sequelize; it goes to the database as it is "
                                     "written.")
                                .arg(model.name, attribute.name, attribute.type.text),
                 .place = {.model = owner, .attribute = attribute.id, .option = u"type"_s},
                 .fixes = {{Text::tr("It is meant as a column type"), [owner, raw](const Project &project) {
                                return changeAttribute(project, owner, raw);
                            }}}});
        }
    }
}

}
