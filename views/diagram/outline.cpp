#include "views/diagram/outline.h"

#include "views/diagram/text.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace views {

namespace {

constexpr qreal furthest = 100'000; ///< a place in a file that is further away is none

bool isTimestamp(const model::Column &column)
{
    switch (column.origin) {
    case model::Origin::CreatedAt:
    case model::Origin::UpdatedAt:
    case model::Origin::DeletedAt:
    case model::Origin::Version: return true;
    case model::Origin::Declared:
    case model::Origin::Id:
    case model::Origin::ForeignKey: return false;
    }
    Q_UNREACHABLE();
}

KeyMark markOf(const model::Table &table, const model::Column &column)
{
    if (column.primaryKey)
        return KeyMark::Primary;
    if (!column.associations.isEmpty() || column.references)
        return KeyMark::Foreign;
    return isUnique(table, column) ? KeyMark::Unique : KeyMark::None;
}

QList<const model::Column *> inReadingOrder(const model::Table &table)
{
    QList<const model::Column *> columns;
    for (const model::Column &column : table.columns)
        columns.append(&column);
    std::stable_partition(columns.begin(), columns.end(),
                          [](const model::Column *column) { return !isTimestamp(*column); });
    return columns;
}

/// Fills a box with rows and gives it its size.
class BoxFiller
{
public:
    BoxFiller(Box &box, const model::Table &table, const TextMeasure &measure)
        : m_box(box), m_table(table), m_measure(measure)
    {
    }

    void fill()
    {
        m_box.name = oneLine(m_table.model);
        m_box.tableName = oneLine(m_table.name.value);
        if (!m_box.isCollapsed)
            addRows();
        const qreal width = widthOf();
        elideHead(width - 2 * measure::boxPadding);
        for (Row &row : m_box.rows)
            elideRow(row, width - sides());
        qreal height = measure::headHeight;
        if (!m_box.rows.isEmpty()) {
            const qsizetype lines = m_box.rows.size() + (m_box.more > 0 ? 1 : 0);
            height += qreal(lines) * measure::rowHeight + measure::boxFoot;
        }
        m_box.rect.setSize({width, height});
    }

private:
    static qreal sides() { return 2 * measure::boxPadding + measure::keyMark + measure::keyGap; }

    void addRows()
    {
        const QList<const model::Column *> columns = inReadingOrder(m_table);
        const qsizetype shown = columns.size() > measure::mostRows + 1 ? measure::mostRows : columns.size();
        m_box.more = int(columns.size() - shown);
        for (const model::Column *column : columns.first(shown)) {
            m_box.rows.append({.attribute = column->declaredBy,
                               .attributeName = column->attribute,
                               .name = oneLine(column->attribute),
                               .type = oneLine(column->type.text),
                               .mark = markOf(m_table, *column),
                               .isDerived = column->origin != model::Origin::Declared});
        }
    }

    static TextRole roleOf(const Row &row) { return row.isDerived ? TextRole::DerivedRow : TextRole::Row; }

    qreal widthOf() const
    {
        constexpr qreal widestType = 130;
        qreal width = measure::minBoxWidth;
        const auto makeRoom = [&](qreal needed) { width = std::max(width, needed); };
        makeRoom(2 * measure::boxPadding + m_measure(m_box.name, TextRole::Head) + measure::columnGap
                 + m_measure(m_box.tableName, TextRole::TableName));
        for (const Row &row : m_box.rows) {
            makeRoom(sides() + m_measure(row.name, roleOf(row)) + measure::columnGap
                     + std::min(m_measure(row.type, TextRole::Type), widestType));
        }
        width = std::ceil(width / measure::grid) * measure::grid;
        return std::min(width, measure::maxBoxWidth);
    }

    void elideHead(qreal room)
    {
        constexpr qreal leastTableName = 50;
        m_box.name =
            elided(m_box.name, TextRole::Head, room - leastTableName - measure::columnGap, m_measure);
        const qreal left = room - measure::columnGap - m_measure(m_box.name, TextRole::Head);
        m_box.tableName = elided(m_box.tableName, TextRole::TableName, left, m_measure);
    }

    void elideRow(Row &row, qreal room)
    {
        constexpr qreal leastType = 100;
        const qreal type = m_measure(row.type, TextRole::Type);
        const qreal forName = room - measure::columnGap - std::min(type, leastType);
        row.name = elided(row.name, roleOf(row), forName, m_measure);
        const qreal forType = room - measure::columnGap - m_measure(row.name, roleOf(row));
        row.type = elided(row.type, TextRole::Type, forType, m_measure);
    }

    Box &m_box;
    const model::Table &m_table;
    const TextMeasure &m_measure;
};

/// Whether each table is the through of some many-to-many, and whether it is an end of some line.
struct Uses
{
    std::vector<bool> isThrough;
    std::vector<bool> isEnd;
};

Uses usesOf(const model::Schema &schema)
{
    Uses uses{std::vector<bool>(size_t(schema.tables.size()), false),
              std::vector<bool>(size_t(schema.tables.size()), false)};
    for (const model::Edge &edge : schema.edges) {
        if (edge.through >= 0)
            uses.isThrough[size_t(edge.through)] = true;
        for (const int end : {edge.from, edge.to}) {
            if (end >= 0)
                uses.isEnd[size_t(end)] = true;
        }
    }
    return uses;
}

QHash<QString, QPointF> placesIn(const model::Diagram &diagram)
{
    QHash<QString, QPointF> places;
    for (const model::DiagramModel &box : diagram.models) {
        const QPointF at(box.x.value, box.y.value);
        if (std::abs(at.x()) <= furthest && std::abs(at.y()) <= furthest)
            places.insert(box.key, at);
    }
    return places;
}

}

QString oneLine(const QString &name)
{
    const bool isPlain = std::none_of(name.cbegin(), name.cend(),
                                      [](QChar c) { return c.category() == QChar::Other_Control; });
    return isPlain ? name : name.simplified();
}

bool isUnique(const model::Table &table, const model::Column &column)
{
    const auto isKey = [&](const model::UniqueKey &key) { return key.columns == QStringList{column.name}; };
    const auto isIndex = [&](const model::TableIndex &index) {
        return index.unique && !index.declared.where && index.declared.fields.size() == 1
            && index.declared.fields[0].name == column.name;
    };
    return (column.primaryKey && table.primaryKey().size() == 1)
        || std::any_of(table.uniqueKeys.cbegin(), table.uniqueKeys.cend(), isKey)
        || std::any_of(table.indexes.cbegin(), table.indexes.cend(), isIndex);
}

QHash<model::ModelId, const model::Model *> modelsById(const model::Project &project)
{
    QHash<model::ModelId, const model::Model *> models;
    models.reserve(project.models.size());
    for (const model::Model &model : project.models)
        models.insert(model.id, &model);
    return models;
}

QString diagramKeyOf(const model::Table &table, const QHash<model::ModelId, const model::Model *> &models)
{
    const model::Model *model = table.isAutomatic() ? nullptr : models.value(table.declaredBy);
    return model ? diagramKey(*model) : table.model;
}

Boxes boxesOf(const model::Project &project, const model::Schema &schema, const View &view,
              const TextMeasure &measure)
{
    const Uses uses = usesOf(schema);
    const auto models = modelsById(project);
    const QHash<QString, QPointF> places = placesIn(project.diagram);
    Boxes boxes;
    for (int table = 0; table < schema.tables.size(); ++table) {
        const model::Table &t = schema.tables[table];
        const QString key = diagramKeyOf(t, models);
        const bool isThrough = uses.isThrough[size_t(table)];
        // What the diagram has a place for is opened.
        if (isThrough && !uses.isEnd[size_t(table)] && !places.contains(key))
            continue;
        Box box;
        if (t.isAutomatic())
            box.id.through = t.automaticFor;
        else
            box.id.model = t.declaredBy;
        box.key = key;
        box.isThrough = isThrough;
        box.isCollapsed = view.collapsed.contains(box.id);
        box.isPlaced = places.contains(key) || view.places.contains(key);
        BoxFiller(box, t, measure).fill();
        box.rect.moveTopLeft(places.contains(key) ? places.value(key) : view.places.value(key));
        boxes.boxOfTable.insert(table, int(boxes.boxes.size()));
        boxes.tables.append(table);
        boxes.boxes.append(box);
    }
    return boxes;
}

Scene outline(const model::Project &project, const model::Schema &schema, const View &view,
              const TextMeasure &measure)
{
    const Boxes boxes = boxesOf(project, schema, view, measure);
    return {.boxes = boxes.boxes, .edges = edgesOf(project, schema, boxes, measure)};
}

}
