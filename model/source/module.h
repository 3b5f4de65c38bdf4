#pragma once

#include "model/source/value.h"

#include <QHash>

namespace model::source {

struct SourceFile;
struct Module;

/// What a module exports under a name: a binding of its own, a name of another module, or a value.
struct ExportedName
{
    Atom local; ///< a binding of the module
    Module *from = nullptr; ///< or what this module exports…
    Atom imported; ///< …under this name; null is all of it
    Value value;
};

/// A file as Node loads it.
struct Module
{
    enum class State : quint8 { New, Running, Done };

    SourceFile *file = nullptr;
    State state = State::New;
    bool isEcmaScript = false; ///< it says `import` or `export`
    Scope *scope = nullptr;
    Object *commonJs = nullptr; ///< `module`, which has `exports`
    QHash<Atom, ExportedName> exported;
    std::vector<Atom> exportedOrder;
    std::vector<Module *> exportedAll; ///< `export * from`
    Object *exports = nullptr; ///< what `import * as` gives
};

}
