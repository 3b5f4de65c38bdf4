#include "views/diagram/outline.h"

#include "views/diagram/text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

namespace {

using model::Column;
using model::ResolvedAssociation;
using model::Table;

/// A foreign key, as a line between the table that holds it and the one that it refers to.
struct KeyLine
{
    int holder = -1;
    QString attribute;
    int referred = -1;

    bool operator==(const KeyLine &) const = default;
};

size_t qHash(const KeyLine &line, size_t seed = 0)
{
    return qHashMulti(seed, line.holder, line.attribute, line.referred);
}

class EdgeFinder
{
public:
    EdgeFinder(const model::Project &project, const model::Schema &schema, const Boxes &boxes,
               const TextMeasure &measure)
        : m_schema(schema), m_boxes(boxes), m_measure(measure)
    {
        QHash<QString, const model::DiagramEdge *> bends;
        for (const model::DiagramEdge &edge : project.diagram.edges)
            bends.insert(edge.key, &edge);
        if (bends.isEmpty())
            return;
        for (const model::Association &association : project.associations) {
            if (const model::DiagramEdge *edge = bends.value(diagramKey(project, association)))
                m_bends.insert(association.id, edge);
        }
    }

    QList<Edge> run()
    {
        for (const model::Edge &edge : m_schema.edges) {
            if (!edge.isManyToMany)
                addKeyLine(edge);
        }
        for (const model::Edge &edge : m_schema.edges) {
            if (!edge.isManyToMany)
                continue;
            if (m_boxes.boxOfTable.contains(edge.through)) {
                addLeg(edge, true);
                addLeg(edge, false);
            } else {
                addManyToMany(edge);
            }
        }
        return m_edges;
    }

private:
    const ResolvedAssociation &call(int association) const { return m_schema.associations[association]; }

    // Ends ------------------------------------------------------------------------------------------------

    EdgeEnd endAt(int table, EndMark mark, const QString &attribute) const
    {
        EdgeEnd end{.box = m_boxes.boxOfTable.value(table), .mark = mark};
        const Box &box = m_boxes.boxes[end.box];
        end.anchor = measure::headHeight / 2;
        for (qsizetype row = 0; row < box.rows.size(); ++row) {
            if (box.rows[row].attributeName == attribute)
                end.anchor = box.rowRect(row).center().y() - box.rect.top();
        }
        return end;
    }

    void setLabel(EdgeEnd &end, const ResolvedAssociation &association) const
    {
        if (end.alias.isNull())
            end.alias = association.id;
        // An alias that follows from the model's name says nothing that the box does not.
        if (association.as.why != model::Why::Declared || association.as.value.isEmpty()
            || !end.label.isEmpty())
            return;
        end.alias = association.id;
        end.label = elided(oneLine(association.as.value), TextRole::Label, measure::maxLabelWidth, m_measure);
        end.labelWidth = m_measure(end.label, TextRole::Label);
    }

    void addCalls(Edge &edge, const model::Edge &of) const
    {
        for (const int association : of.associations) {
            edge.calls.append(call(association).id);
            if (const model::DiagramEdge *bends = m_bends.value(call(association).id);
                bends && edge.bends.isEmpty()) {
                for (const model::Point &point : bends->bends)
                    edge.bends.append({point.x.value, point.y.value});
            }
        }
    }

    bool isConstrained(int table, const QString &attribute) const
    {
        const Column *column = table < 0 ? nullptr : m_schema.tables[table].column(attribute);
        return column && column->references;
    }

    /// The end that a foreign key refers to: there is one, or there may be none.
    EndMark referredMark(const Column *key) const
    {
        return key && (key->primaryKey || !key->isNullable()) ? EndMark::One : EndMark::ZeroOrOne;
    }

    // A foreign key ---------------------------------------------------------------------------------------

    void addKeyLine(const model::Edge &of)
    {
        const ResolvedAssociation &first = call(of.associations.first());
        const Table &holder = m_schema.tables[of.to];
        const Column *key = holder.column(first.foreignKey.value);
        bool isMany = false;
        bool isOne = false;
        for (const int association : of.associations) {
            isMany = isMany || call(association).kind == model::AssociationKind::HasMany;
            isOne = isOne || call(association).kind == model::AssociationKind::HasOne;
        }
        isOne = !isMany && (isOne || (key && isUnique(holder, *key)));
        const bool belongs = first.kind == model::AssociationKind::BelongsTo;

        Edge edge{.id = {first.id}};
        edge.from =
            endAt(of.from, referredMark(key), belongs ? first.targetKey.value : first.sourceKey.value);
        edge.to = endAt(of.to, isOne ? EndMark::ZeroOrOne : EndMark::Many, first.foreignKey.value);
        edge.isConstrained = isConstrained(of.to, first.foreignKey.value);
        addCalls(edge, of);
        for (const int association : of.associations) {
            const bool isBack = call(association).kind == model::AssociationKind::BelongsTo;
            setLabel(isBack ? edge.from : edge.to, call(association));
        }
        m_lines.insert({of.to, first.foreignKey.value, of.from}, int(m_edges.size()));
        m_edges.append(edge);
    }

    // Many to many ----------------------------------------------------------------------------------------

    void addManyToMany(const model::Edge &of)
    {
        const ResolvedAssociation &first = call(of.associations.first());
        Edge edge{.id = {first.id}};
        edge.from = endAt(of.from, EndMark::Many, first.sourceKey.value);
        edge.to = endAt(of.to, EndMark::Many, first.targetKey.value);
        edge.isConstrained = of.through < 0 || isConstrained(of.through, first.foreignKey.value)
            || isConstrained(of.through, first.otherKey.value);
        addCalls(edge, of);
        setLabel(edge.to, first);
        for (const int association : of.associations.mid(1))
            setLabel(edge.from, call(association));
        if (of.through >= 0)
            edge.chip = chipOf(of.through);
        m_edges.append(edge);
    }

    Chip chipOf(int through) const
    {
        const Table &table = m_schema.tables[through];
        Chip chip;
        if (table.isAutomatic())
            chip.through.through = table.automaticFor;
        else
            chip.through.model = table.declaredBy;
        const auto own =
            std::count_if(table.columns.cbegin(), table.columns.cend(), [](const Column &column) {
                return column.origin == model::Origin::Declared && column.associations.isEmpty();
            });
        if (own > 0)
            chip.count = u"+%1"_s.arg(own);
        constexpr qreal sides = 2 * measure::chipPadding + measure::chipIcon + measure::chipGap;
        const qreal count = own > 0 ? measure::chipGap + m_measure(chip.count, TextRole::ChipCount) : 0;
        chip.name =
            elided(oneLine(table.model), TextRole::Chip, measure::maxChipWidth - sides - count, m_measure);
        chip.size = {sides + m_measure(chip.name, TextRole::Chip) + count, measure::chipHeight};
        return chip;
    }

    /// One half of a many-to-many whose through is a box; it may be the line of an association that is
    /// declared besides.
    void addLeg(const model::Edge &of, bool isFirst)
    {
        const ResolvedAssociation &first = call(of.associations.first());
        const QString &attribute = isFirst ? first.foreignKey.value : first.otherKey.value;
        const int end = isFirst ? of.from : of.to;
        const KeyLine line{of.through, attribute, end};
        // The far end of the first call is the near end of the second.
        const auto label = [&](Edge &edge) {
            if (!isFirst)
                setLabel(edge.from, first);
            else if (of.associations.size() > 1)
                setLabel(edge.from, call(of.associations[1]));
        };
        const auto known = m_lines.constFind(line);
        if (known != m_lines.cend()) {
            Edge &edge = m_edges[*known];
            for (const int association : of.associations)
                edge.calls.append(call(association).id);
            label(edge);
            return;
        }
        const Table &through = m_schema.tables[of.through];
        const Column *key = through.column(attribute);
        Edge edge{.id = {first.id, isFirst ? EdgeId::Part::FromSource : EdgeId::Part::FromTarget}};
        edge.from = endAt(end, referredMark(key), isFirst ? first.sourceKey.value : first.targetKey.value);
        edge.to =
            endAt(of.through, key && isUnique(through, *key) ? EndMark::ZeroOrOne : EndMark::Many, attribute);
        edge.isConstrained = isConstrained(of.through, attribute);
        for (const int association : of.associations)
            edge.calls.append(call(association).id);
        label(edge);
        m_lines.insert(line, int(m_edges.size()));
        m_edges.append(edge);
    }

    const model::Schema &m_schema;
    const Boxes &m_boxes;
    const TextMeasure &m_measure;
    QHash<model::AssociationId, const model::DiagramEdge *> m_bends;
    QHash<KeyLine, int> m_lines;
    QList<Edge> m_edges;
};

}

QList<Edge> edgesOf(const model::Project &project, const model::Schema &schema, const Boxes &boxes,
                    const TextMeasure &measure)
{
    return EdgeFinder(project, schema, boxes, measure).run();
}

}
