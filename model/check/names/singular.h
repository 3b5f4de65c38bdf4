#pragma once

#include <QString>

namespace model {

/// What people call one of what a name says, where Sequelize's rules would make "Focu", "Quotum" or "Cooky"
/// of it: the name itself where it only ends like a plural. Empty where Sequelize's singular is as good.
QString properSingular(const QString &name);

}
