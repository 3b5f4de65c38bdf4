#include "model/source/evaluator.h"

using namespace Qt::StringLiterals;

/// The names that modules import and export.
namespace model::source {

namespace {

QString unquoted(Syntax string)
{
    return QString::fromUtf8(string.text().size() >= 2 ? string.text().sliced(1).chopped(1)
                                                       : QByteArrayView());
}

}

Value Evaluator::exportsOf(Module &module)
{
    demand(module);
    if (module.isEcmaScript && !module.exported.contains(atom("export=")))
        return Value(module.exports);
    if (module.isEcmaScript)
        return exported(module, atom("export="), {});
    const Property *exports = module.commonJs->properties.find(atom("exports"));
    return exports ? exports->value : Value();
}

Value Evaluator::exported(Module &module, Atom name, Place place)
{
    constexpr int deepest = 50;
    demand(module);
    if (m_exportDepth > deepest)
        return unknown(u"modules export each other's names in a circle"_s, place);
    const auto inModule = [&](Module &from, Atom wanted) {
        ++m_exportDepth;
        const Value value = exported(from, wanted, place);
        --m_exportDepth;
        return value;
    };
    if (module.isEcmaScript) {
        const auto found = module.exported.constFind(name);
        if (found != module.exported.cend()) {
            if (found->from)
                return found->imported.isNull() ? Value(found->from->exports, place)
                                                : inModule(*found->from, found->imported);
            if (!found->value.isUndefined())
                return found->value;
            Binding *binding = module.scope->find(found->local);
            return binding ? bindingValue(*binding, place) : Value();
        }
        for (Module *each : module.exportedAll) {
            if (m_atoms.text(name) == u"default")
                break;
            const Value value = inModule(*each, name);
            if (!value.isUndefined())
                return value;
        }
        if (module.exported.contains(atom("export="))) {
            const Value whole = inModule(module, atom("export="));
            return m_atoms.text(name) == u"default" ? whole : get(whole, name, place);
        }
        return Value();
    }
    const Property *exports = module.commonJs->properties.find(atom("exports"));
    const Value whole = exports ? exports->value : Value();
    if (m_atoms.text(name) == u"default" && !whole.isUnknown()) {
        const Value marked = whole.isObject() ? get(whole, atom("__esModule"), place) : Value();
        return truth(marked).value_or(false) ? get(whole, name, place) : whole;
    }
    return whole.isNothing() ? Value() : get(whole, name, place);
}

Module *Evaluator::moduleFor(Syntax source, Module &module, Value *package)
{
    const QString specifier = unquoted(source);
    if (const Value *known = this->package(specifier)) {
        *package = *known;
        return nullptr;
    }
    const QString path = m_resolver.resolve(specifier, module.file->path);
    if (!path.isNull() && languageOf(path)) {
        if (Module *found = loadWhenUsed(path))
            return found;
    }
    *package = require(specifier, module.file->number, placeOf(source));
    return nullptr;
}

void Evaluator::importNames(Syntax node, Module &module)
{
    if (node.hasWord("type"))
        return; // a type, no value
    if (const Syntax old = node.part(NodeKind::ImportRequire)) { // `import x = require('y')`
        const Value value =
            require(unquoted(old.part(NodeField::Source)), module.file->number, placeOf(node));
        module.scope->declare(old.part(NodeKind::Identifier).atom(), value);
        return;
    }
    const Syntax source = node.part(NodeField::Source);
    if (!source)
        return;
    Value package;
    Module *from = moduleFor(source, module, &package);
    const auto import = [&](Atom local, Atom name) {
        Binding &binding = module.scope->declare(local, Value());
        if (from) {
            binding.module = from;
            binding.imported = name;
        } else if (name.isNull()) {
            binding.value = package;
        } else if (m_atoms.text(name) == u"default") {
            const Value inner = package.isObject() ? get(package, name, placeOf(source)) : Value();
            binding.value = inner.isUndefined() || inner.isUnknown() ? package : inner;
        } else {
            binding.value = get(package, name, placeOf(source));
        }
    };
    for (Syntax part = node.part(NodeKind::ImportClause).child(); part; part = part.next()) {
        if (part.is(NodeKind::Identifier)) {
            import(part.atom(), atom("default"));
        } else if (part.is(NodeKind::NamespaceImport)) {
            import(part.part(NodeKind::Identifier).atom(), {});
        } else if (part.is(NodeKind::NamedImports)) {
            for (Syntax each = part.child(); each; each = each.next()) {
                if (!each.is(NodeKind::ImportSpecifier) || each.hasWord("type"))
                    continue;
                const Syntax alias = each.part(NodeField::Alias);
                const Syntax name = each.part(NodeField::Name);
                const Atom imported = name.is(NodeKind::String) ? m_atoms.of(stringText(name)) : name.atom();
                import(alias ? alias.atom() : imported, imported);
            }
        }
    }
}

/// `const x = require('./x')` and `const { a, b: c } = require('./x')` of a file that declares nothing: it is
/// loaded when a name is used.
bool Evaluator::bindRequired(Syntax pattern, Syntax value, Scope *scope)
{
    const bool isName = pattern.is(NodeKind::Identifier);
    if (!value.is(NodeKind::Call) || value.part(NodeField::Function).text() != "require"
        || (!isName && !pattern.is(NodeKind::ObjectPattern)))
        return false;
    const Syntax specifier = value.part(NodeField::Arguments).child();
    if (!specifier.is(NodeKind::String) || specifier.next())
        return false;
    for (Syntax part = isName ? Syntax() : pattern.child(); part; part = part.next()) {
        if (!part.is(NodeKind::ShorthandPattern)
            && !(part.is(NodeKind::PairPattern) && part.part(NodeField::Value).is(NodeKind::Identifier)))
            return false;
    }
    const QString name = stringText(specifier);
    if (package(name))
        return false;
    const QString path = m_resolver.resolve(name, m_files.file(value.file())->path);
    const SourceFile *file = path.isNull() || !languageOf(path) ? nullptr : m_files.read(path);
    if (!file || file->mayDeclare)
        return false;
    Module *module = loadWhenUsed(path);
    const auto bind = [&](Atom local, Atom imported) {
        Binding &binding = scope->declare(local, Value());
        binding.module = module;
        binding.imported = imported;
        binding.isRequired = true;
    };
    if (isName)
        bind(pattern.atom(), {});
    for (Syntax part = isName ? Syntax() : pattern.child(); part; part = part.next()) {
        if (part.is(NodeKind::PairPattern))
            bind(part.part(NodeField::Value).atom(), propertyKey(part.part(NodeField::Key), scope));
        else
            bind(part.atom(), part.atom());
    }
    return true;
}

void Evaluator::addExport(Module &module, Atom name, ExportedName exported)
{
    if (!module.exported.contains(name))
        module.exportedOrder.push_back(name);
    module.exported.insert(name, exported);
}

/// The names that are exported of a module, before it runs: modules that import each other see them.
void Evaluator::exportNamesEarly(Syntax node, Module &module)
{
    const Syntax declared = node.part(NodeField::Declaration);
    const bool isDefault = node.hasWord("default");
    const auto add = [&](Atom name) {
        if (!name.isNull())
            addExport(module, isDefault ? atom("default") : name, {.local = name});
    };
    if (declared.is(NodeKind::Lexical) || declared.is(NodeKind::Variable)) {
        for (Syntax each = declared.child(); each; each = each.next()) {
            if (each.is(NodeKind::Declarator))
                exportPattern(each.part(NodeField::Name), module);
        }
    } else if (declared) {
        if (!declared.is(NodeKind::Interface) && !declared.is(NodeKind::TypeAlias))
            add(declared.part(NodeField::Name).atom());
    } else if (const Syntax clause = node.part(NodeKind::ExportClause)) {
        for (Syntax each = clause.child(); each; each = each.next()) {
            if (!each.is(NodeKind::ExportSpecifier) || each.hasWord("type"))
                continue;
            const Atom local = each.part(NodeField::Name).atom();
            const Syntax alias = each.part(NodeField::Alias);
            const Atom name = alias.is(NodeKind::String) ? m_atoms.of(stringText(alias))
                : alias                                  ? alias.atom()
                                                         : local;
            addExport(module, name.isNull() ? atom("default") : name, {.local = local});
        }
    } else if (isDefault && node.part(NodeField::Value).is(NodeKind::Identifier)) {
        add(node.part(NodeField::Value).atom());
    }
}

void Evaluator::exportPattern(Syntax pattern, Module &module)
{
    if (pattern.is(NodeKind::Identifier) || pattern.is(NodeKind::ShorthandPattern)) {
        addExport(module, pattern.atom(), {.local = pattern.atom()});
        return;
    }
    for (Syntax part = pattern.child(); part; part = part.next()) {
        if (part.is(NodeKind::PairPattern))
            exportPattern(part.part(NodeField::Value), module);
        else if (part.is(NodeKind::ObjectAssignmentPattern))
            exportPattern(part.part(NodeField::Left), module);
        else if (part.is(NodeKind::ShorthandPattern) || part.is(NodeKind::Identifier))
            exportPattern(part, module);
    }
}

void Evaluator::exportNames(Syntax node, Module &module)
{
    if (node.hasWord("type") && !node.part(NodeField::Declaration))
        return;
    const Syntax declared = node.part(NodeField::Declaration);
    if (const Syntax source = node.part(NodeField::Source)) {
        Value package;
        Module *from = moduleFor(source, module, &package);
        const auto exportOf = [&](Atom name, Atom imported) {
            ExportedName exported{.from = from, .imported = imported};
            if (!from)
                exported.value = imported.isNull() ? package : get(package, imported, placeOf(node));
            addExport(module, name, exported);
        };
        if (const Syntax clause = node.part(NodeKind::ExportClause)) {
            for (Syntax each = clause.child(); each; each = each.next()) {
                const Syntax name = each.part(NodeField::Name);
                const Syntax alias = each.part(NodeField::Alias);
                const auto atomOf = [&](Syntax part) {
                    return part.text() == "default" ? atom("default") : part.atom();
                };
                if (each.is(NodeKind::ExportSpecifier) && !each.hasWord("type"))
                    exportOf(atomOf(alias ? alias : name), atomOf(name));
            }
        } else if (const Syntax all = node.part(NodeKind::NamespaceExport)) {
            exportOf(all.part(NodeKind::Identifier).atom(), {});
        } else if (from) {
            module.exportedAll.push_back(from);
        }
        return;
    }
    if (declared) {
        if (declared.is(NodeKind::ClassDeclaration)) {
            std::vector<Syntax> decorators;
            for (Syntax part = node.child(); part; part = part.next()) {
                if (part.is(NodeKind::Decorator))
                    decorators.push_back(part);
            }
            Function *type = evaluateClass(declared, module.scope, decorators);
            if (node.hasWord("default") && type->name.isEmpty())
                addExport(module, atom("default"), {.value = Value(type, placeOf(node))});
        } else if (declared.is(NodeKind::FunctionDeclaration)) {
            if (declared.part(NodeField::Name).isNull())
                addExport(module, atom("default"),
                          {.value = Value(makeFunction(declared, module.scope), placeOf(node))});
        } else {
            execute(declared, module.scope);
        }
        return;
    }
    const Syntax value = node.part(NodeField::Value);
    if (value) { // `export default …`
        addExport(module, atom("default"), {.value = evaluate(value, module.scope)});
        return;
    }
    bool isWhole = false;
    for (Syntax part = node.child(); part; part = part.next()) {
        if (part.is(NodeKind::Word) && part.text() == "=")
            isWhole = true;
        else if (isWhole)
            return addExport(module, atom("export="), {.value = evaluate(part, module.scope)});
    }
}

}
