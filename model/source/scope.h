#pragma once

#include "model/source/value.h"

namespace model::source {

struct Module;

struct Binding
{
    Atom name;
    Value value;
    Module *module = nullptr; ///< of an imported name: it is looked up there when it is used
    Atom imported; ///< its name there; null is everything that the module exports
    bool isRequired = false; ///< by `require`, which gives what is there once
};

/// The names of a block, a function or a module.
struct Scope
{
    Scope *parent = nullptr;
    bool isFunction = false; ///< where `var` and `this` end
    Value self;
    Function *function = nullptr;
    Values arguments;

    /// The binding of this scope alone.
    Binding *find(Atom name);
    Binding &declare(Atom name, Value value);

private:
    std::vector<Binding> m_bindings;
    QHash<Atom, int> m_index; ///< once there are many
};

}
