#pragma once

#include "model/project/project.h"

#include <functional>

namespace views {

/// An option of an attribute, a model, an index or an association, as text.
template <typename Thing>
struct NamedOption
{
    bool isFlag = false; ///< true or false, and nothing else
    std::function<QString(const Thing &)> text;
    std::function<model::Result<void>(Thing &, const QString &)> take;
};

/// An option by its key in the project file; "name.singular" is a key within a key. The key must be there.
template <typename Thing>
NamedOption<Thing> optionNamed(const QString &key);

}
