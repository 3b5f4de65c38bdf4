#pragma once

#include "model/source/files.h"
#include "model/source/module.h"
#include "model/source/resolve.h"
#include "model/source/scope.h"

#include <functional>

namespace model::source {

class Declarations;

/// Works out what source code computes, within limits, without running anything of it: no file is written, no
/// program is started, nothing is asked of a network or an environment. What it cannot know is an unknown
/// value that says why. Where a condition is unknown both ways are gone, one after the other, and neither
/// leaves the function.
class Evaluator
{
public:
    explicit Evaluator(Files &files, Atoms &atoms);
    ~Evaluator();

    Files &files() { return m_files; }
    Resolver &resolver() { return m_resolver; }
    Atoms &atoms() { return m_atoms; }
    Arena &arena() { return m_arena; }
    Scope *globals() { return m_globals; }
    Declarations &declarations() { return *m_declarations; }
    void setDeclarations(Declarations &declarations) { m_declarations = &declarations; }

    // Making values
    Value text(const QString &text, Place place = {});
    Value unknown(const QString &reason, Place place, const QString &model = {});
    Object *object() { return m_arena.make<Object>(); }
    List *list(Values items = {});
    Function *native(const QString &name, Native native, Value data = {});
    void addNative(Object &to, const char *name, Native native);
    void addValue(Object &to, const char *name, Value value);
    Atom atom(const char *name) { return m_atoms.of(QByteArrayView(name)); }

    // Using values
    Value get(const Value &of, Atom name, Place place);
    Value get(const Value &of, const char *name) { return get(of, atom(name), {}); }
    Value getIndexed(const Value &of, const Value &index, Place place);
    void set(const Value &of, Atom name, Value value, Place place = {});
    Value call(const Value &callee, const Value &self, std::span<const Value> arguments, Place place);
    Value construct(const Value &callee, std::span<const Value> arguments, Place place);
    /// Empty where it is not known.
    std::optional<bool> truth(const Value &value) const;
    /// As `String(value)`; null where it is not known.
    QString toText(const Value &value, int depth = 0);
    std::optional<double> toNumber(const Value &value);
    Atom toKey(const Value &value);
    std::optional<bool> areSame(const Value &a, const Value &b, bool strictly);
    /// The items of what can be iterated; nothing where that is not known.
    std::optional<Values> items(const Value &value);
    /// The names of the properties that can be listed.
    std::vector<Atom> names(const Value &value);
    /// Adds the properties of a value to an object, as `{ ...value }` does.
    void spread(Object &to, const Value &value);
    bool isInstanceOf(const Value &value, const Object *type) const;

    // Modules
    /// Loads a file, once; nullptr where it cannot be read.
    Module *load(const QString &path);
    /// Loads it when something of it is asked for, unless it may declare models.
    Module *loadWhenUsed(const QString &path);
    Value require(const QString &specifier, int fromFile, Place place);
    /// The function `require` of a file.
    Value requireOf(int file);
    /// What `import(…)` gives.
    Value importAll(const QString &specifier, int fromFile, Place place);
    /// What `require` gives of a module.
    Value exportsOf(Module &module);
    Value exported(Module &module, Atom name, Place place);
    const std::vector<Module *> &modules() const { return m_loadOrder; }
    /// A package that is known: its exports by its name.
    Value valueOf(const Json &json, int file);
    void addPackage(const QString &name, Value exports) { m_packages.insert(name, exports); }
    const Value *package(const QString &name) const;

    /// Every function that was made from a declaration, an expression or a method, in that order.
    const std::vector<Function *> &functions() const { return m_functions; }

    // Limits
    /// Counts work; false when there was too much of it, and everything ends.
    bool spend(qint64 steps);
    /// Work that counts for itself: a module, or a call from outside.
    void beginUnit();
    /// What the limits cut short: said once for each unit.
    std::function<void(const QString &reason, Place place)> stopped;
    /// Hears of calls that cannot be followed though something is declared in them.
    std::function<void(const Value &callee, Place place)> passedOver;

    static Place placeOf(Syntax node) { return {node.file(), node.begin(), node.end()}; }
    /// Whether models or associations are declared somewhere in a code.
    static bool declares(Syntax code);

    /// An expression of a type annotation's default, a decorator's argument and so on.
    Value evaluate(Syntax node, Scope *scope);
    Value lookUp(Atom name, Scope *scope, Place place);
    Value bindingValue(Binding &binding, Place place);

private:
    enum class Completion : quint8 { Normal, Return, Break, Continue, Throw };
    class Deeper;
    struct Reference;

    // expressions.cpp
    Value evaluateInner(Syntax node, Scope *scope);
    Value evaluateObject(Syntax node, Scope *scope);
    Value evaluateList(Syntax node, Scope *scope);
    Value evaluateTemplate(Syntax node, Scope *scope);
    Value evaluateMember(Syntax node, Scope *scope, Value *self = nullptr);
    Value evaluateCall(Syntax node, Scope *scope);
    Value evaluateNew(Syntax node, Scope *scope);
    Value superCall(Scope *scope, std::span<const Value> arguments, Place place);
    Value superMember(Syntax node, Scope *scope);
    Value evaluateAssignment(Syntax node, Scope *scope);
    Value evaluateUpdate(Syntax node, Scope *scope);
    Values evaluateArguments(Syntax arguments, Scope *scope, bool *areKnown);
    Value callUnknown(const Value &callee, std::span<const Value> arguments, Place place);
    Atom propertyKey(Syntax name, Scope *scope);
    QString stringText(Syntax node) const;

    // operators.cpp
    Value evaluateUnary(Syntax node, Scope *scope);
    Value evaluateBinary(Syntax node, Scope *scope);
    Value combine(QByteArrayView operation, const Value &left, const Value &right, Place place);

    // statements.cpp
    Completion execute(Syntax node, Scope *scope);
    Completion executeInner(Syntax node, Scope *scope);
    Completion executeList(Syntax first, Scope *scope);
    Completion executeIf(Syntax node, Scope *scope);
    Completion executeFor(Syntax node, Scope *scope);
    Completion executeForIn(Syntax node, Scope *scope);
    Completion executeWhile(Syntax node, Scope *scope, bool bodyFirst);
    Completion executeSwitch(Syntax node, Scope *scope);
    Completion executeTry(Syntax node, Scope *scope);
    void executeEnum(Syntax node, Scope *scope);
    void executeNamespace(Syntax node, Scope *scope);
    void declareVariables(Syntax node, Scope *scope);
    void hoist(Syntax first, Scope *scope);

    // patterns.cpp
    void bind(Syntax pattern, const Value &value, Scope *scope, bool declares);
    void bindObject(Syntax pattern, const Value &value, Scope *scope, bool declares);
    void bindList(Syntax pattern, const Value &value, Scope *scope, bool declares);
    void bindParameters(Syntax code, Scope *scope, std::span<const Value> arguments);
    void assign(Syntax target, const Value &value, Scope *scope);

    // functions.cpp
    Function *makeFunction(Syntax code, Scope *scope, const QString &name = {});
    Value callFunction(Function &function, const Value &self, std::span<const Value> arguments, Place place);
    Value makeInstance(Function &type, std::span<const Value> arguments, Place place);
    void initialize(Function &type, const Value &self, std::span<const Value> arguments, Place place,
                    Scope *caller);
    Function *evaluateClass(Syntax node, Scope *scope, std::vector<Syntax> outerDecorators = {});
    void addFields(Function &type, const Value &self);
    void decorate(Function &type, const std::vector<Syntax> &decorators, Syntax member, Scope *scope);

    // loading.cpp
    void run(Module &module);
    void demand(Module &module);
    bool bindRequired(Syntax pattern, Syntax value, Scope *scope);
    void importNames(Syntax node, Module &module);
    void exportNames(Syntax node, Module &module);
    void exportNamesEarly(Syntax node, Module &module);
    void exportPattern(Syntax pattern, Module &module);
    Value jsonOf(const QString &path, Place place);
    void addExport(Module &module, Atom name, ExportedName exported);
    Module *moduleFor(Syntax source, Module &module, Value *package);
    Scope *scopeOf(Module &module);

    Files &m_files;
    Atoms &m_atoms;
    Resolver m_resolver;
    Declarations *m_declarations = nullptr;
    Arena m_arena;
    Scope *m_globals = nullptr;
    std::deque<Module> m_modules;
    std::vector<Module *> m_loadOrder;
    QHash<QString, Module *> m_byPath;
    QHash<QString, Value> m_packages;
    QHash<QString, Value> m_jsonFiles;
    std::vector<Function *> m_functions;
    QHash<QString, const QString *> m_shared; ///< texts by themselves
    Value m_result; ///< of `return` and `throw`
    bool m_isThrowing = false;
    bool m_isStopped = false;
    qint64 m_unitSteps = 0;
    qint64 m_allSteps = 0;
    int m_depth = 0; ///< of expressions and statements in each other
    int m_loads = 0; ///< of modules by each other
    int m_exportDepth = 0;
    int m_calls = 0; ///< of functions of the application in each other
    bool m_isCut = false; ///< `?.` ended the chain that is being evaluated
    Module *m_module = nullptr; ///< that is being run

    // What all values of a kind inherit.
    Object *m_textMethods = nullptr;
    Object *m_listMethods = nullptr;
    Object *m_functionMethods = nullptr;
    Object *m_numberMethods = nullptr;
    Object *m_regExpMethods = nullptr;
    Object *m_dateMethods = nullptr;
    Object *m_objectMethods = nullptr;
};

}
