#pragma once

#include "model/source/atoms.h"
#include "model/source/nodekinds.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace model::source {

enum class Language : quint8 {
    TypeScript, ///< `<T>x` is a type assertion
    Jsx, ///< JavaScript, and TypeScript with JSX
};

/// What a text says, as a tree of the kinds that the evaluator knows. Comments and punctuation are gone.
class Tree
{
public:
    struct Node
    {
        NodeKind kind = NodeKind::Other;
        NodeField field = NodeField::None;
        quint32 begin = 0; ///< in bytes
        quint32 end = 0;
        quint32 child = 0; ///< the first one; 0 is none
        quint32 next = 0; ///< the next one of the same parent
        Atom atom; ///< of a name
    };

    QByteArray text;
    std::vector<Node> nodes; ///< the first one is the root
    int file = -1; ///< whose it is
    int firstError = -1; ///< where the text first makes no sense, in bytes
};

/// Reads a text. Nothing where it cannot be read in a few seconds.
std::optional<Tree> parseSource(const QByteArray &text, Language language, Atoms &atoms);

/// A node of a tree. A null one has no kind, no text and no parts.
class Syntax
{
public:
    Syntax() = default;
    explicit Syntax(const Tree &tree) : m_tree(&tree), m_index(0) { }

    bool isNull() const { return !m_tree; }
    explicit operator bool() const { return m_tree; }
    NodeKind kind() const { return m_tree ? node().kind : NodeKind::Other; }
    bool is(NodeKind kind) const { return m_tree && node().kind == kind; }
    NodeField field() const { return m_tree ? node().field : NodeField::None; }
    quint32 begin() const { return m_tree ? node().begin : 0; }
    quint32 end() const { return m_tree ? node().end : 0; }
    Atom atom() const { return m_tree ? node().atom : Atom(); }
    QByteArrayView text() const;
    int file() const { return m_tree ? m_tree->file : -1; }

    Syntax child() const { return m_tree ? at(node().child) : Syntax(); }
    Syntax next() const { return m_tree ? at(node().next) : Syntax(); }
    Syntax part(NodeField field) const;
    /// The first part of a kind.
    Syntax part(NodeKind kind) const;
    /// Whether a word stands directly in the node: `static`, `export`.
    bool hasWord(QByteArrayView word) const;

    bool operator==(const Syntax &) const = default;

private:
    Syntax(const Tree *tree, quint32 index) : m_tree(tree), m_index(index) { }
    const Tree::Node &node() const { return m_tree->nodes[m_index]; }
    Syntax at(quint32 index) const { return index ? Syntax(m_tree, index) : Syntax(); }

    const Tree *m_tree = nullptr;
    quint32 m_index = 0;
};

/// The tree as indented text: `Pair`, `  key: PropertyName a`.
QString treeText(const Tree &tree);

}
