#include "model/source/syntax.h"

#include "model/source/parsermemory.h"

#include <tree_sitter/api.h>

extern "C" const TSLanguage *tree_sitter_typescript();
extern "C" const TSLanguage *tree_sitter_tsx();

namespace model::source {

namespace {

constexpr quint64 longestParse = 3'000'000; // in microseconds
constexpr size_t mostMemory = 512 << 20;

/// The numbers of a grammar's kinds and fields in ours.
struct Numbers
{
    explicit Numbers(const TSLanguage *of) : language(of)
    {
        const quint32 symbols = ts_language_symbol_count(language);
        kinds.resize(symbols, NodeKind::Other);
        for (quint32 symbol = 0; symbol < symbols; ++symbol) {
            const QLatin1StringView name(ts_language_symbol_name(language, TSSymbol(symbol)));
            if (ts_language_symbol_type(language, TSSymbol(symbol)) != TSSymbolTypeRegular) {
                kinds[symbol] = name == QLatin1StringView(",") ? NodeKind::Comma : NodeKind::Word;
                continue;
            }
            for (const NamedKind &each : namedKinds) {
                if (each.name == name)
                    kinds[symbol] = each.kind;
            }
        }
        fields.resize(ts_language_field_count(language) + 1, NodeField::None);
        for (const NamedField &each : namedFields) {
            const TSFieldId id =
                ts_language_field_id_for_name(language, each.name.data(), quint32(each.name.size()));
            if (id)
                fields[id] = each.field;
        }
    }

    NodeKind kindOf(TSSymbol symbol) const { return symbol < kinds.size() ? kinds[symbol] : NodeKind::Error; }

    const TSLanguage *language;
    std::vector<NodeKind> kinds;
    std::vector<NodeField> fields;
};

const Numbers &numbersOf(Language language)
{
    static const Numbers typescript(tree_sitter_typescript());
    static const Numbers jsx(tree_sitter_tsx());
    return language == Language::TypeScript ? typescript : jsx;
}

bool isName(NodeKind kind)
{
    switch (kind) {
    case NodeKind::Identifier:
    case NodeKind::PropertyName:
    case NodeKind::Shorthand:
    case NodeKind::ShorthandPattern:
    case NodeKind::TypeName:
    case NodeKind::Undefined: return true;
    default: return false;
    }
}

bool isList(NodeKind kind)
{
    return kind == NodeKind::Array || kind == NodeKind::ArrayPattern;
}

/// Copies a tree of the parser, without recursion: a hostile text nests as deep as it is long.
class TreeCopy
{
public:
    TreeCopy(Tree &tree, const Numbers &numbers, Atoms &atoms)
        : m_tree(tree), m_numbers(numbers), m_atoms(atoms)
    {
    }

    void copy(TSNode root)
    {
        TSTreeCursor cursor = ts_tree_cursor_new(root);
        m_tree.nodes.reserve(size_t(m_tree.text.size()) / 6 + 16);
        m_tree.nodes.push_back({.kind = NodeKind::Program, .end = ts_node_end_byte(root)});
        m_open.push_back({0, 0});
        bool down = ts_tree_cursor_goto_first_child(&cursor);
        while (down || !m_open.empty()) {
            if (!down) { // the parent is finished
                m_open.pop_back();
                if (m_open.empty() || !ts_tree_cursor_goto_parent(&cursor))
                    break;
                down = ts_tree_cursor_goto_next_sibling(&cursor);
                continue;
            }
            const quint32 added = add(cursor);
            if (added && ts_tree_cursor_goto_first_child(&cursor))
                m_open.push_back({added, 0});
            else
                down = ts_tree_cursor_goto_next_sibling(&cursor);
        }
    }

private:
    struct Open
    {
        quint32 node;
        quint32 lastChild;
    };

    /// The number of the new node, 0 for one that is left out.
    quint32 add(const TSTreeCursor &cursor)
    {
        const TSNode node = ts_tree_cursor_current_node(&cursor);
        const NodeKind kind = m_numbers.kindOf(ts_node_symbol(node));
        const quint32 begin = ts_node_start_byte(node);
        const quint32 end = ts_node_end_byte(node);
        if (kind == NodeKind::Comment)
            return 0;
        if ((kind == NodeKind::Error || ts_node_is_missing(node)) && m_tree.firstError < 0)
            m_tree.firstError = int(begin);
        const TSFieldId id = ts_tree_cursor_current_field_id(&cursor);
        const NodeField field = id < m_numbers.fields.size() ? m_numbers.fields[id] : NodeField::None;
        Open &open = m_open.back();
        if (!isKept(kind, field, begin, end, m_tree.nodes[open.node].kind))
            return 0;
        const auto number = quint32(m_tree.nodes.size());
        Tree::Node &added = m_tree.nodes.emplace_back();
        added.kind = kind;
        added.field = field;
        added.begin = begin;
        added.end = end;
        if (isName(kind) && begin < end)
            added.atom = m_atoms.of(QByteArrayView(m_tree.text).sliced(begin, end - begin));
        (open.lastChild ? m_tree.nodes[open.lastChild].next : m_tree.nodes[open.node].child) = number;
        open.lastChild = number;
        return number;
    }

    /// Of what has no name of its own, words and operators are kept.
    bool isKept(NodeKind kind, NodeField field, quint32 begin, quint32 end, NodeKind parent) const
    {
        if (kind == NodeKind::Comma)
            return isList(parent);
        if (kind != NodeKind::Word || field != NodeField::None)
            return true;
        const char first = begin < end ? m_tree.text[begin] : '\0';
        return (first >= 'a' && first <= 'z') || (first == '?' && begin + 2 == end)
            || (parent == NodeKind::Export && (first == '*' || first == '='));
    }

    Tree &m_tree;
    const Numbers &m_numbers;
    Atoms &m_atoms;
    std::vector<Open> m_open;
};

}

std::optional<Tree> parseSource(const QByteArray &text, Language language, Atoms &atoms)
{
    const Numbers &numbers = numbersOf(language);
    size_t tooMuch = 0;
    const ParserMemory memory(mostMemory, tooMuch); // of parser and tree: neither is deleted by itself
    TSParser *parser = ts_parser_new();
    ts_parser_set_language(parser, numbers.language);
    ts_parser_set_timeout_micros(parser, longestParse);
    ts_parser_set_cancellation_flag(parser, &tooMuch);
    TSTree *parsed = ts_parser_parse_string(parser, nullptr, text.constData(), quint32(text.size()));
    if (!parsed)
        return {};
    Tree tree{.text = text};
    const TSNode root = ts_tree_root_node(parsed);
    TreeCopy(tree, numbers, atoms).copy(root);
    if (tree.firstError < 0 && ts_node_has_error(root))
        tree.firstError = 0;
    return tree;
}

QByteArrayView Syntax::text() const
{
    return m_tree ? QByteArrayView(m_tree->text).sliced(node().begin, node().end - node().begin)
                  : QByteArrayView();
}

Syntax Syntax::part(NodeField field) const
{
    for (Syntax each = child(); each; each = each.next()) {
        if (each.field() == field)
            return each;
    }
    return {};
}

Syntax Syntax::part(NodeKind kind) const
{
    for (Syntax each = child(); each; each = each.next()) {
        if (each.is(kind))
            return each;
    }
    return {};
}

bool Syntax::hasWord(QByteArrayView word) const
{
    for (Syntax each = child(); each; each = each.next()) {
        if (each.is(NodeKind::Word) && each.text() == word)
            return true;
    }
    return false;
}

QString treeText(const Tree &tree)
{
    QString text;
    struct Waiting
    {
        Syntax node;
        int depth;
    };
    std::vector<Waiting> open{{Syntax(tree), 0}};
    while (!open.empty()) {
        const auto [node, depth] = open.back();
        open.pop_back();
        text += QString(depth * 2, u' ');
        for (const NamedField &each : namedFields) {
            if (each.field == node.field())
                text += each.name + QLatin1StringView(": ");
        }
        QLatin1StringView name("word");
        for (const NamedKind &each : namedKinds) {
            if (each.kind == node.kind()) {
                name = each.name;
                break;
            }
        }
        text += node.kind() == NodeKind::Other ? QLatin1StringView("other") : name;
        if (!node.child())
            text += u' ' + QString::fromUtf8(node.text());
        text += u'\n';
        if (const Syntax next = node.next())
            open.push_back({next, depth});
        if (const Syntax child = node.child())
            open.push_back({child, depth + 1});
    }
    return text;
}

}
