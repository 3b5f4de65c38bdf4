#pragma once

#include <QString>

namespace model {

/// Sequelize's plural and singular of a word (inflection 1.13.4): the whole word counts, camel case does not.
QString pluralize(const QString &word);
QString singularize(const QString &word);

/// `userID` → `user_i_d`, `::` → `/`: what `underscored` makes of a name.
QString underscore(const QString &name);

/// `User_id` → `UserId`: how Sequelize builds the name of a foreign key. A separator at the end, over which
/// Sequelize fails, is dropped.
QString camelize(const QString &name);

/// Only the first letter: `work_items` → `Work_items`.
QString upperFirst(const QString &name);

}
