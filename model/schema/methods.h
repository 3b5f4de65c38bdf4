#pragma once

#include "model/schema/schema.h"

namespace model {

/// A role ("get", "addMultiple", …) with the method that plays it, in Sequelize's order; to-one kinds have
/// three.
QList<std::pair<QString, QString>> methodsOf(const ResolvedAssociation &association);

}
