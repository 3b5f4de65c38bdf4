#include "model/source/evaluator.h"

using namespace Qt::StringLiterals;

/// Modules: loaded once, in the order in which Node would load them.
namespace model::source {

namespace {

/// Everything that a module exports, as it stands when asked.
struct ExportsObject : Object
{
    ExportsObject() : Object(Type::Exports) { }
    Module *module = nullptr;

    std::optional<Value> member(Evaluator &evaluator, Atom name, Place place) override
    {
        return evaluator.exported(*module, name, place);
    }
    std::vector<Atom> memberNames(Evaluator &evaluator) override
    {
        std::vector<Atom> names;
        evaluator.exported(*module, evaluator.atom("default"), {}); // so that it is loaded
        addNames(evaluator, *module, names, 0);
        return names;
    }

private:
    void addNames(Evaluator &evaluator, Module &from, std::vector<Atom> &names, int depth)
    {
        constexpr int deepest = 50;
        const auto add = [&](Atom name) {
            if (std::find(names.begin(), names.end(), name) == names.end())
                names.push_back(name);
        };
        for (Atom name : from.exportedOrder) {
            if (depth == 0 || evaluator.atoms().text(name) != u"default")
                add(name);
        }
        for (Module *each : from.exportedAll) {
            if (depth < deepest && evaluator.spend(1)) {
                evaluator.exported(*each, evaluator.atom("default"), {});
                addNames(evaluator, *each, names, depth + 1);
            }
        }
        if (!from.isEcmaScript) {
            const Property *exports =
                from.commonJs ? from.commonJs->properties.find(evaluator.atom("exports")) : nullptr;
            if (exports) {
                for (Atom name : evaluator.names(exports->value))
                    add(name);
            }
        }
    }
};

Value requireNative(const Call &call)
{
    const Value specifier = call.argument(0);
    if (specifier.isUnknown())
        return specifier.at(call.place);
    if (!specifier.isText())
        return call.evaluator.unknown(u"a module whose name is not known"_s, call.place);
    return call.evaluator.require(specifier.text(), int(call.callee->data.number()), call.place);
}

Value resolveNative(const Call &call)
{
    const QString found = call.evaluator.resolver().resolve(
        call.argument(0).text(), call.evaluator.files().file(int(call.callee->data.number()))->path);
    return found.isNull() ? call.evaluator.unknown(u"a file that is not there"_s, call.place)
                          : call.evaluator.text(found, call.place);
}

bool isEcmaScript(const Tree &tree)
{
    for (Syntax each = Syntax(tree).child(); each; each = each.next()) {
        if (each.is(NodeKind::Import) || each.is(NodeKind::Export))
            return true;
    }
    return false;
}

}

Value Evaluator::requireOf(int file)
{
    Function *require = native(u"require"_s, requireNative, Value(double(file)));
    require->properties.set(atom("resolve"), Value(native(u"resolve"_s, resolveNative, Value(double(file)))));
    return Value(require);
}

Scope *Evaluator::scopeOf(Module &module)
{
    Scope *scope = m_arena.scope(m_globals);
    scope->isFunction = true;
    const SourceFile &file = *module.file;
    module.commonJs = object();
    Object *exports = object();
    module.commonJs->properties.set(atom("exports"), Value(exports));
    module.commonJs->properties.set(atom("filename"), text(file.path));
    ExportsObject *all = m_arena.make<ExportsObject>();
    all->module = &module;
    module.exports = all;
    scope->declare(atom("require"), requireOf(file.number));
    scope->declare(atom("module"), Value(module.commonJs));
    scope->declare(atom("exports"), Value(exports));
    scope->declare(atom("__filename"), text(file.path));
    scope->declare(atom("__dirname"), text(file.path.left(file.path.lastIndexOf(u'/'))));
    scope->self = Value(exports);
    return scope;
}

Module *Evaluator::loadWhenUsed(const QString &path)
{
    SourceFile *file = m_files.read(path);
    if (!file)
        return nullptr;
    Module *module = m_byPath.value(file->path);
    if (!module) {
        module = &m_modules.emplace_back();
        m_byPath.insert(file->path, module);
        module->file = file;
        module->scope = scopeOf(*module);
    }
    if (file->mayDeclare)
        demand(*module);
    return module;
}

Module *Evaluator::load(const QString &path)
{
    Module *module = loadWhenUsed(path);
    if (module)
        demand(*module);
    return module;
}

/// Runs a module that nothing was asked of before.
void Evaluator::demand(Module &module)
{
    if (module.state != Module::State::New)
        return;
    SourceFile *file = m_files.parse(module.file->path);
    if (!file->problem.isEmpty() || file->tree.nodes.empty()) {
        module.state = Module::State::Done;
        return;
    }
    module.isEcmaScript = isEcmaScript(file->tree);
    run(module);
}

void Evaluator::run(Module &module)
{
    constexpr int deepestLoad = 150;
    if (m_loads >= deepestLoad)
        return; // until it is asked for again
    module.state = Module::State::Running;
    m_loadOrder.push_back(&module);
    ++m_loads;
    Module *outer = std::exchange(m_module, &module);
    const qint64 steps = std::exchange(m_unitSteps, 0);
    const bool isStopped = std::exchange(m_isStopped, false);
    const Value result = m_result;
    const bool isThrowing = std::exchange(m_isThrowing, false);
    const Syntax root(module.file->tree);
    hoist(root.child(), module.scope);
    for (Syntax each = root.child(); each; each = each.next()) {
        if (each.is(NodeKind::Import) || (each.is(NodeKind::Export) && each.part(NodeField::Source)))
            execute(each, module.scope);
        else if (each.is(NodeKind::Export))
            exportNamesEarly(each, module);
    }
    for (Syntax each = root.child(); each; each = each.next()) {
        if (each.is(NodeKind::Import) || (each.is(NodeKind::Export) && each.part(NodeField::Source)))
            continue;
        if (execute(each, module.scope) == Completion::Throw)
            break;
    }
    module.state = Module::State::Done;
    m_module = outer;
    m_unitSteps = steps;
    m_isStopped = isStopped;
    m_result = result;
    m_isThrowing = isThrowing;
    --m_loads;
}

Value Evaluator::require(const QString &specifier, int fromFile, Place place)
{
    if (const Value *known = package(specifier))
        return *known;
    const QString path = m_resolver.resolve(specifier, m_files.file(fromFile)->path);
    if (path.isNull()) {
        const bool isFile = specifier.startsWith(u'.') || specifier.startsWith(u'/');
        return unknown(isFile ? u"there is no file %1"_s.arg(specifier)
                              : u"the package %1 is not read"_s.arg(specifier),
                       place);
    }
    if (path.endsWith(u".json"))
        return jsonOf(path, place);
    if (!languageOf(path))
        return unknown(u"%1 is no source code"_s.arg(specifier), place);
    Module *module = load(path);
    return module ? exportsOf(*module) : unknown(u"%1 cannot be read"_s.arg(specifier), place);
}

Value Evaluator::importAll(const QString &specifier, int fromFile, Place place)
{
    QString name = specifier;
    if (name.startsWith(u"file://"))
        name = name.mid(7);
    if (package(name))
        return require(name, fromFile, place);
    const QString path = m_resolver.resolve(name, m_files.file(fromFile)->path);
    Module *module = path.isNull() || !languageOf(path) ? nullptr : load(path);
    return module ? Value(module->exports, place) : require(name, fromFile, place);
}

Value Evaluator::jsonOf(const QString &path, Place place)
{
    const auto known = m_jsonFiles.constFind(path);
    if (known != m_jsonFiles.cend())
        return *known;
    SourceFile *file = m_files.read(path);
    if (!file)
        return unknown(u"a file that cannot be read"_s, place);
    const auto parsed = parseJson(file->text, DuplicateKeys::LastWins);
    const Value value = parsed ? valueOf(*parsed, file->number)
                               : unknown(u"the JSON cannot be read: %1"_s.arg(parsed.error().message), place);
    m_jsonFiles.insert(path, value);
    return value;
}

Value Evaluator::valueOf(const Json &json, int file)
{
    const Place place{file, quint32(std::max(json.offset(), 0)), quint32(std::max(json.end(), 0))};
    if (!spend(1))
        return unknown(u"too many steps"_s, place);
    if (json.isNull())
        return Value::null(place);
    if (json.isBoolean())
        return Value(json.boolean(), place);
    if (json.isNumber())
        return Value(json.toDouble(), place);
    if (json.isString())
        return text(json.string(), place);
    if (json.isArray()) {
        List *made = list();
        for (const Json &item : json.items())
            made->items.push_back(valueOf(item, file));
        return Value(made, place);
    }
    Object *made = object();
    for (const Json::Member &member : json.members()) {
        const Value value = valueOf(member.value, file);
        made->properties.set(m_atoms.of(member.key), value,
                             {file, quint32(std::max(member.keyOffset, 0)), value.place.end});
    }
    return Value(made, place);
}

}
