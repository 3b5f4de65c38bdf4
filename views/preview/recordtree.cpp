#include "views/preview/recordtree.h"

#include "model/words.h"

#include <vector>

using namespace Qt::StringLiterals;

namespace views {

struct RecordTree::Node
{
    enum Kind : quint8 { Record, Single, Through, List, Field };

    Kind kind = List;
    quint32 value = 0;
    const RecordKind *record = nullptr; ///< nullptr for a Field
    Node *parent = nullptr;
    int row = 0;
    bool isOpen = false;
    quint32 rest = 0; ///< of a List: the first value that is not among the children yet
    std::vector<std::unique_ptr<Node>> children;

    void add(Node child)
    {
        child.parent = this;
        child.row = int(children.size());
        children.push_back(std::make_unique<Node>(std::move(child)));
    }
};

namespace {

constexpr int recordsAtOnce = 5000;

}

RecordTree::RecordTree(QObject *parent) : QAbstractItemModel(parent) { }

RecordTree::~RecordTree() = default;

void RecordTree::show(std::shared_ptr<const Records> records)
{
    beginResetModel();
    m_root.reset();
    m_records = std::move(records);
    if (m_records && !m_records->json().isEmpty()) {
        m_root = std::make_unique<Node>();
        m_root->record = &m_records->kind();
    }
    endResetModel();
}

RecordTree::Node *RecordTree::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

void RecordTree::open(Node &node) const
{
    if (node.isOpen)
        return;
    node.isOpen = true;
    const JsonIndex &json = m_records->json();
    if (node.kind == Node::List) {
        node.rest = node.value + 1;
        addRecords(node);
    } else if (node.kind != Node::Field && json.isObject(node.value)) {
        openRecord(node);
    }
}

void RecordTree::addRecords(Node &list) const
{
    const JsonIndex &json = m_records->json();
    const quint32 end = json.behind(list.value);
    for (int i = 0; i < recordsAtOnce && list.rest < end; ++i) {
        list.add({.kind = Node::Record, .value = list.rest, .record = list.record});
        list.rest = json.behind(list.rest);
    }
}

bool RecordTree::canFetchMore(const QModelIndex &parent) const
{
    const Node *node = nodeOf(parent);
    return node && node->kind == Node::List && node->isOpen
        && node->rest < m_records->json().behind(node->value);
}

void RecordTree::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    Node *node = nodeOf(parent);
    const JsonIndex &json = m_records->json();
    int count = 0;
    for (quint32 at = node->rest; at < json.behind(node->value) && count < recordsAtOnce;
         at = json.behind(at))
        ++count;
    const auto first = int(node->children.size());
    beginInsertRows(parent, first, first + count - 1);
    addRecords(*node);
    endInsertRows();
}

/// Fields first, then what is included, each in the order of the record.
void RecordTree::openRecord(Node &node) const
{
    const JsonIndex &json = m_records->json();
    std::vector<Node> includes;
    for (const quint32 value : json.children(node.value)) {
        const QString key = json.key(value);
        const RecordKind *include = node.record->include(key);
        if (!include) {
            if (node.record->more.contains(key))
                node.add({.kind = Node::Field, .value = value});
            continue;
        }
        const bool isThrough = node.record->through >= 0 && include == &node.record->includes.front();
        if (isThrough && include->shape->fields.size() <= RecordKind::fieldsInLine)
            continue;
        const auto kind = isThrough ? Node::Through : include->isList ? Node::List : Node::Single;
        includes.push_back({.kind = kind, .value = value, .record = include});
    }
    for (Node &include : includes)
        node.add(std::move(include));
}

QModelIndex RecordTree::index(int row, int column, const QModelIndex &parent) const
{
    Node *node = nodeOf(parent);
    if (!node || column != 0 || row < 0)
        return {};
    open(*node);
    if (size_t(row) >= node->children.size())
        return {};
    return createIndex(row, 0, node->children[size_t(row)].get());
}

QModelIndex RecordTree::parent(const QModelIndex &index) const
{
    Node *parent = index.isValid() ? nodeOf(index)->parent : nullptr;
    if (!parent || parent == m_root.get())
        return {};
    return createIndex(parent->row, 0, parent);
}

int RecordTree::rowCount(const QModelIndex &parent) const
{
    Node *node = nodeOf(parent);
    if (!node)
        return 0;
    open(*node);
    return int(node->children.size());
}

int RecordTree::columnCount(const QModelIndex &) const
{
    return 1;
}

bool RecordTree::hasChildren(const QModelIndex &parent) const
{
    const Node *node = nodeOf(parent);
    if (!node || node->kind == Node::Field)
        return false;
    if (node->kind == Node::List)
        return m_records->json().childCount(node->value) > 0;
    return m_records->json().isObject(node->value) && node->record->isOpenable();
}

QVariant RecordTree::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &node = *nodeOf(index);
    if (role == PhraseDelegate::PhrasesRole)
        return QVariant::fromValue(phrasesOf(node));
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return textOf(phrasesOf(node));
    if (role == Qt::ToolTipRole && node.kind == Node::Field)
        return model::visible(m_records->json().toText(node.value).left(2000));
    return {};
}

Phrases RecordTree::phrasesOf(const Node &node) const
{
    const JsonIndex &json = m_records->json();
    switch (node.kind) {
    case Node::List:
        return {{Phrase::Link, nameOf(node), {}},
                {Phrase::Muted, QString::number(json.childCount(node.value)), {}}};
    case Node::Field:
        return {
            {Phrase::Muted, nameOf(node), {}},
            {json.isNull(node.value) ? Phrase::Detail : Phrase::Code, m_records->valueText(node.value), {}}};
    case Node::Through: return {{Phrase::Through, nameOf(node), u"through"_s}};
    case Node::Single:
        if (json.isNull(node.value))
            return {{Phrase::Link, nameOf(node), {}}, {Phrase::Detail, u"null"_s, {}}};
        return Phrases{{Phrase::Link, nameOf(node), {}}} + recordPhrases(node);
    case Node::Record:
        if (node.parent == m_root.get())
            return Phrases{{Phrase::Strong, node.record->name, {}}} + recordPhrases(node);
        return recordPhrases(node);
    }
    Q_UNREACHABLE();
}

Phrases RecordTree::recordPhrases(const Node &node) const
{
    const RecordKind &kind = *node.record;
    Phrases phrases;
    const QString label = m_records->label(kind, node.value);
    const QString key = m_records->key(kind, node.value);
    if (!label.isEmpty())
        phrases.append({Phrase::Plain, label, {}});
    if (!key.isEmpty())
        phrases.append({Phrase::Detail, key, {}});
    if (kind.through >= 0) {
        const RecordKind &through = kind.includes[size_t(kind.through)];
        const quint32 value = m_records->json().child(node.value, through.as);
        QStringList fields;
        for (const model::Field &field : through.shape->fields.first(
                 std::min<qsizetype>(through.shape->fields.size(), RecordKind::fieldsInLine)))
            fields.append(field.key);
        if (value != 0 && m_records->json().isObject(value))
            phrases.append({Phrase::Through, m_records->fieldsText(fields, value), u"through"_s});
    }
    if (phrases.isEmpty())
        phrases.append({Phrase::Muted, kind.label.isEmpty() ? tr("nothing selected") : u"null"_s, {}});
    return phrases;
}

QString RecordTree::nameOf(const Node &node) const
{
    return m_records->json().key(node.value);
}

std::optional<RecordTree::Picked> RecordTree::recordAt(const QModelIndex &index,
                                                       const model::Dialect &dialect) const
{
    const Node *node = index.isValid() ? nodeOf(index) : nullptr;
    if (!node || !node->record || node->kind == Node::List || node->record->key.isEmpty())
        return {};
    const JsonIndex &json = m_records->json();
    if (!json.isObject(node->value))
        return {};
    Picked picked{.model = node->record->name, .key = {}};
    const model::Table &table = m_records->schema().tables[node->record->shape->table];
    for (const QString &attribute : node->record->key) {
        const quint32 at = json.child(node->value, attribute);
        const auto parsed = model::parseJson(at == 0 ? "null" : json.slice(at));
        const auto value = model::plainValue(*parsed, table.column(attribute)->type, dialect);
        if (!value || value->isNull())
            return {};
        picked.key.append(*value);
    }
    return picked;
}

QString RecordTree::pathOf(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const Node &node = *nodeOf(index);
    QString own = nameOf(node);
    if (node.kind == Node::Record) {
        own = m_records->key(*node.record, node.value);
        if (own.isEmpty())
            own = u'#' + QString::number(node.row);
    }
    const QString above = pathOf(index.parent());
    return above.isEmpty() ? own : above + u'\n' + own;
}

QModelIndex RecordTree::indexOf(const QString &path) const
{
    // Who opened rows so far down does not miss them.
    constexpr int searched = 2000;
    QModelIndex at;
    QString done;
    for (const QString &step : path.split(u'\n')) {
        const QString wanted = done.isEmpty() ? step : done + u'\n' + step;
        const int count = std::min(rowCount(at), searched);
        QModelIndex found;
        for (int row = 0; row < count && !found.isValid(); ++row) {
            const QModelIndex child = index(row, 0, at);
            if (pathOf(child) == wanted)
                found = child;
        }
        if (!found.isValid())
            return {};
        at = found;
        done = wanted;
    }
    return at;
}

}
