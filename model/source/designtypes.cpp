#include "model/source/declarations.h"

using namespace Qt::StringLiterals;

/// What the annotation of a field says about its type, as TypeScript tells it to decorators.
namespace model::source {

namespace {

constexpr int deepestType = 20;

/// A category of types: the word of the data type, or nothing for what is neither.
QString wordOfName(QByteArrayView name)
{
    if (name == "string" || name == "String")
        return u"STRING"_s;
    if (name == "number" || name == "Number")
        return u"INTEGER"_s;
    if (name == "boolean" || name == "Boolean")
        return u"BOOLEAN"_s;
    if (name == "Date")
        return u"DATE"_s;
    if (name == "bigint" || name == "BigInt")
        return u"BIGINT"_s;
    if (name == "Buffer")
        return u"BLOB"_s;
    return {};
}

class TypeReader
{
public:
    explicit TypeReader(Evaluator &evaluator) : m_evaluator(evaluator) { }

    QString wordOf(Syntax type, int depth)
    {
        if (depth > deepestType)
            return {};
        switch (type.kind()) {
        case NodeKind::PredefinedType: return wordOfName(type.text());
        case NodeKind::LiteralType: return wordOfLiteral(type.child());
        case NodeKind::TemplateType: return u"STRING"_s;
        case NodeKind::ParenthesizedType: return wordOf(type.child(), depth + 1);
        case NodeKind::UnionType:
        case NodeKind::IntersectionType: return wordOfParts(type, depth);
        case NodeKind::TypeName: {
            const QString word = wordOfName(type.text());
            return word.isNull() ? wordOfDeclared(type.atom(), type.file(), depth) : word;
        }
        case NodeKind::GenericType: {
            // What Sequelize wraps around types means the type within.
            const QByteArrayView name = type.part(NodeField::Name).text();
            if (name == "CreationOptional" || name == "ForeignKey" || name == "NonAttribute"
                || name == "Readonly")
                return wordOf(type.part(NodeField::TypeArguments).child(), depth + 1);
            return {};
        }
        default: return {};
        }
    }

private:
    QString wordOfLiteral(Syntax literal)
    {
        switch (literal.kind()) {
        case NodeKind::String: return u"STRING"_s;
        case NodeKind::Number:
        case NodeKind::Unary: return u"INTEGER"_s;
        case NodeKind::True:
        case NodeKind::False: return u"BOOLEAN"_s;
        default: return {};
        }
    }

    bool isNothing(Syntax type) const
    {
        const QByteArrayView text = type.text();
        return text == "null" || text == "undefined" || text == "never";
    }

    /// Parts that all say the same; null and undefined say nothing.
    QString wordOfParts(Syntax type, int depth)
    {
        QString word;
        std::vector<Syntax> open{type};
        while (!open.empty()) {
            const Syntax part = open.back();
            open.pop_back();
            if (part.is(type.kind())) {
                for (Syntax each = part.child(); each; each = each.next())
                    open.push_back(each);
                continue;
            }
            if (isNothing(part))
                continue;
            const QString each = wordOf(part, depth + 1);
            if (each.isNull() || (!word.isNull() && word != each))
                return {};
            word = each;
        }
        return word;
    }

    QString wordOfEnum(Syntax declaration)
    {
        QString word;
        for (Syntax each = declaration.part(NodeField::Body).child(); each; each = each.next()) {
            const bool isText = each.is(NodeKind::EnumAssignment)
                && (each.part(NodeField::Value).is(NodeKind::String)
                    || each.part(NodeField::Value).is(NodeKind::Template));
            const QString own = isText ? u"STRING"_s : u"INTEGER"_s;
            if (!word.isNull() && word != own)
                return {};
            word = own;
        }
        return word;
    }

    /// A name that the file declares or imports.
    QString wordOfDeclared(Atom name, int file, int depth)
    {
        if (depth > deepestType || file < 0)
            return {};
        const Tree &tree = m_evaluator.files().file(file)->tree;
        if (tree.nodes.empty())
            return {};
        for (Syntax each = Syntax(tree).child(); each; each = each.next()) {
            const Syntax declared = each.is(NodeKind::Export) && each.part(NodeField::Declaration)
                ? each.part(NodeField::Declaration)
                : each;
            if (declared.part(NodeField::Name).atom() == name) {
                if (declared.is(NodeKind::TypeAlias))
                    return wordOf(declared.part(NodeField::Value), depth + 1);
                if (declared.is(NodeKind::Enum))
                    return wordOfEnum(declared);
                if (declared.is(NodeKind::Ambient))
                    continue;
            }
            const Syntax source = each.part(NodeField::Source);
            if (!source)
                continue;
            const Atom there = importedAs(each, name);
            if (there.isNull())
                continue;
            const QString path = m_evaluator.resolver().resolve(
                QString::fromUtf8(source.text().sliced(1).chopped(1)), m_evaluator.files().file(file)->path);
            const SourceFile *from = path.isNull() ? nullptr : m_evaluator.files().parse(path);
            if (!from)
                continue;
            if (const QString word = wordOfDeclared(there, from->number, depth + 1); !word.isNull())
                return word;
        }
        return {};
    }

    /// What a name of this file is called where an import or an export takes it from.
    Atom importedAs(Syntax statement, Atom name) const
    {
        if (const Syntax clause = statement.part(NodeKind::ImportClause)) {
            for (Syntax each = clause.part(NodeKind::NamedImports).child(); each; each = each.next()) {
                const Syntax alias = each.part(NodeField::Alias);
                if ((alias ? alias : each.part(NodeField::Name)).atom() == name)
                    return each.part(NodeField::Name).atom();
            }
            return clause.part(NodeKind::Identifier).atom() == name ? name : Atom();
        }
        if (!statement.is(NodeKind::Export))
            return {};
        const Syntax clause = statement.part(NodeKind::ExportClause);
        if (!clause)
            return name; // `export * from`
        for (Syntax each = clause.child(); each; each = each.next()) {
            const Syntax alias = each.part(NodeField::Alias);
            if ((alias ? alias : each.part(NodeField::Name)).atom() == name)
                return each.part(NodeField::Name).atom();
        }
        return {};
    }

    Evaluator &m_evaluator;
};

}

QString designType(Evaluator &evaluator, Syntax member)
{
    const Syntax annotation = member.part(NodeField::Type).is(NodeKind::TypeAnnotation)
        ? member.part(NodeField::Type)
        : member.part(NodeKind::TypeAnnotation);
    Syntax type = annotation.child();
    while (type.is(NodeKind::Word))
        type = type.next();
    if (annotation)
        return TypeReader(evaluator).wordOf(type, 0);
    // A getter says what it returns.
    for (Syntax part = member.child(); part; part = part.next()) {
        if (part.is(NodeKind::TypeAnnotation))
            return TypeReader(evaluator).wordOf(part.child(), 0);
    }
    return {};
}

}
