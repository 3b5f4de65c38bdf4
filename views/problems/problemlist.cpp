#include "views/problems/problemlist.h"

#include "model/sql/dialect.h"
#include "views/theme/icons.h"
#include "views/theme/labels.h"
#include "views/theme/theme.h"

#include <QFont>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace views {

namespace {

QString titleOf(model::Severity severity, int count)
{
    switch (severity) {
    case model::Severity::Error: return ProblemList::tr("Errors %1").arg(count);
    case model::Severity::Warning: return ProblemList::tr("Warnings %1").arg(count);
    case model::Severity::Hint: return ProblemList::tr("Hints %1").arg(count);
    }
    Q_UNREACHABLE();
}

}

QString placeText(const model::Project &project, const model::Schema &schema, const model::Place &place)
{
    QString text;
    if (const model::Model *model = modelOf(project, place.model)) {
        text = model->name;
        if (const model::Attribute *attribute = attributeOf(*model, place.attribute))
            text += u'.' + attribute->name;
        else if (const model::Index *index = indexOf(*model, place.index))
            text += u' ' + (index->name.isEmpty() ? ProblemList::tr("index") : index->name);
    } else if (const int at = schema.positionOf.value(place.association, -1); at >= 0) {
        const model::ResolvedAssociation &association = schema.associations[at];
        text = schema.tables[association.source].model + u'.' + association.as.value;
    }
    for (const model::Query &query : project.queries) {
        if (query.id == place.query)
            text = query.name;
    }
    if (!place.option.isEmpty())
        text += (text.isEmpty() ? QString() : u" · "_s) + place.option;
    return text;
}

QString dialectText(model::DialectSet dialects)
{
    QStringList titles;
    bool isAll = true;
    for (const model::Dialect *dialect : model::dialects()) {
        if (dialects & dialect->bit)
            titles.append(dialect->title);
        else
            isAll = false;
    }
    return isAll ? QString() : titles.join(u", "_s);
}

void ProblemList::show(const model::Project &project, const model::Schema &schema,
                       const QList<model::Problem> &problems)
{
    beginResetModel();
    m_project = project;
    m_schema = schema;
    m_problems = problems;
    m_rows.clear();
    for (const auto severity : {model::Severity::Error, model::Severity::Warning, model::Severity::Hint}) {
        QList<Row> rows;
        for (int i = 0; i < problems.size(); ++i) {
            if (problems[i].severity == severity)
                rows.append(Row{.problem = i});
        }
        if (rows.isEmpty())
            continue;
        m_rows.append({.title = titleOf(severity, int(rows.size()))});
        m_rows.append(rows);
    }
    endResetModel();
}

const model::Problem *ProblemList::problemAt(int row) const
{
    if (row < 0 || row >= m_rows.size() || m_rows[row].problem < 0)
        return nullptr;
    return &m_problems[m_rows[row].problem];
}

int ProblemList::rowAfter(int row) const
{
    for (int i = 1; i <= m_rows.size(); ++i) {
        const int next = (std::max(row, -1) + i) % int(m_rows.size());
        if (m_rows[next].problem >= 0)
            return next;
    }
    return -1;
}

int ProblemList::rowOf(const QString &code, const model::Place &place) const
{
    for (int i = 0; i < m_rows.size(); ++i) {
        const model::Problem *problem = problemAt(i);
        if (problem && problem->code == code && problem->place == place)
            return i;
    }
    return -1;
}

int ProblemList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ProblemList::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

Qt::ItemFlags ProblemList::flags(const QModelIndex &index) const
{
    return problemAt(index.row()) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

QVariant ProblemList::titleData(const Row &row, int column, int role) const
{
    if (column != Message)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return row.title;
    case Qt::FontRole: {
        QFont font = smallFont(QGuiApplication::font());
        font.setWeight(QFont::DemiBold);
        font.setCapitalization(QFont::AllUppercase);
        return font;
    }
    case Qt::ForegroundRole: return QGuiApplication::palette().placeholderText();
    default: return {};
    }
}

QVariant ProblemList::data(const QModelIndex &index, int role) const
{
    const Row &row = m_rows[index.row()];
    const model::Problem *problem = problemAt(index.row());
    if (!problem)
        return titleData(row, index.column(), role);
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case Message: return problem->message;
        case Place: return placeText(m_project, m_schema, problem->place);
        case Code: return problem->code;
        case Fix: return problem->fixes.isEmpty() ? QString() : problem->fixes.first().title;
        }
        return {};
    case Qt::DecorationRole:
        return index.column() == Message ? icon(iconName(problem->severity), toneOf(problem->severity))
                                         : QVariant();
    case Qt::ToolTipRole: {
        const QString dialects = dialectText(problem->dialects);
        return dialects.isEmpty() ? problem->message : problem->message + u"\n"_s + tr("On %1").arg(dialects);
    }
    case Qt::AccessibleTextRole:
        return index.column() == Message ? QVariant(model::severityName(problem->severity) + u' '
                                                    + problem->code + u": "_s + problem->message)
                                         : data(index, Qt::DisplayRole);
    case Qt::FontRole: return index.column() == Code ? fixedFont() : QVariant();
    case Qt::ForegroundRole:
        if (index.column() == Fix)
            return QGuiApplication::palette().link();
        return index.column() == Message ? QVariant() : QGuiApplication::palette().placeholderText();
    default: return {};
    }
}

}
