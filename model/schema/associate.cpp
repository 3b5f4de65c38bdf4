#include "model/schema/associate.h"

#include "model/schema/associationcall.h"

namespace model {

void associate(Schema &schema, const Project &project, const Association &association)
{
    const int position = int(schema.associations.size());
    schema.associations.emplaceBack();
    schema.positionOf.insert(association.id, position);
    if (association.kind == AssociationKind::BelongsToMany)
        callBelongsToMany(schema, project, association, position);
    else
        callForeignKey(schema, project, association, position);
}

}
