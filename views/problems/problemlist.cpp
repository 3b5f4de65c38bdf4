#include "views/problems/problemlist.h"

#include "model/check/catalogue.h"
#include "model/check/ignore.h"
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

/// What an entry of `ignore` is about, in the user's words.
QString placeText(const model::Ignored &ignored)
{
    if (!ignored.association.isEmpty())
        return ignored.association;
    if (!ignored.attribute.isEmpty())
        return ignored.model + u'.' + ignored.attribute;
    return ignored.model.isEmpty() ? ProblemList::tr("the whole project") : ignored.model;
}

/// The colours and fonts that all rows but the titles share.
QVariant lookOf(int column, int role)
{
    if (role == Qt::FontRole && column == ProblemList::Code)
        return fixedFont();
    if (role != Qt::ForegroundRole || column == ProblemList::Message)
        return {};
    const QPalette palette = QGuiApplication::palette();
    return column == ProblemList::Fix ? palette.link() : palette.placeholderText();
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
    const auto groups = model::groupsOf(problems);
    for (const auto severity : {model::Severity::Error, model::Severity::Warning, model::Severity::Hint}) {
        QList<Row> rows;
        int count = 0;
        for (const model::ProblemGroup &group : groups) {
            Row row{.problems = group.problems};
            row.problems.removeIf([&](int each) { return problems[each].ignored; });
            if (group.severity != severity || row.problems.isEmpty())
                continue;
            count += int(row.problems.size());
            rows.append(row);
        }
        if (count > 0)
            m_rows.append({.title = titleOf(severity, count)});
        m_rows.append(rows);
    }
    addIgnored();
    endResetModel();
}

void ProblemList::addIgnored()
{
    const auto &entries = m_project.ignored;
    if (!entries.isEmpty())
        m_rows.append({.title = tr("Ignored %1").arg(entries.size())});
    for (int i = 0; i < entries.size(); ++i) {
        Row row{.ignored = i};
        for (int each = 0; each < m_problems.size(); ++each) {
            if (m_problems[each].ignored && model::covers(m_project, entries[i], m_problems[each]))
                row.problems.append(each);
        }
        m_rows.append(row);
    }
}

const ProblemList::Row *ProblemList::rowAt(const QModelIndex &index) const
{
    return index.isValid() && !index.internalId() ? &m_rows[index.row()] : nullptr;
}

const model::Problem *ProblemList::problemAt(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    if (index.internalId())
        return &m_problems[m_rows[int(index.internalId()) - 1].problems[index.row()]];
    const Row &row = m_rows[index.row()];
    return row.ignored < 0 && row.problems.size() == 1 ? &m_problems[row.problems[0]] : nullptr;
}

QList<model::Problem> ProblemList::groupAt(const QModelIndex &index) const
{
    QList<model::Problem> problems;
    if (const Row *row = rowAt(index); row && row->isGroup()) {
        for (const int each : row->problems)
            problems.append(m_problems[each]);
    }
    return problems;
}

const model::Ignored *ProblemList::ignoredAt(const QModelIndex &index) const
{
    const Row *row = rowAt(index);
    return row && row->ignored >= 0 ? &m_project.ignored[row->ignored] : nullptr;
}

QList<QModelIndex> ProblemList::leaves() const
{
    QList<QModelIndex> found;
    for (int i = 0; i < m_rows.size(); ++i) {
        const QModelIndex top = index(i, 0);
        if (problemAt(top))
            found.append(top);
        for (int child = 0; child < rowCount(top); ++child)
            found.append(index(child, 0, top));
    }
    return found;
}

QModelIndex ProblemList::problemAfter(const QModelIndex &current) const
{
    const QList<QModelIndex> all = leaves();
    if (all.isEmpty())
        return {};
    const auto position = [](const QModelIndex &each) {
        return each.internalId() ? std::pair(int(each.internalId()) - 1, each.row())
                                 : std::pair(each.row(), -1);
    };
    for (const QModelIndex &each : all) {
        if (!current.isValid() || position(each) > position(current))
            return each;
    }
    return all.first();
}

QModelIndex ProblemList::indexOf(model::Code code, const model::Place &place) const
{
    for (const QModelIndex &each : leaves()) {
        const model::Problem *problem = problemAt(each);
        if (problem->code == code && problem->place == place)
            return each;
    }
    return {};
}

QModelIndex ProblemList::index(int row, int column, const QModelIndex &parent) const
{
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row() + 1) : quintptr(0));
}

QModelIndex ProblemList::parent(const QModelIndex &index) const
{
    return index.isValid() && index.internalId() ? createIndex(int(index.internalId()) - 1, 0, quintptr(0))
                                                 : QModelIndex();
}

int ProblemList::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_rows.size());
    const Row *row = rowAt(parent);
    return row && row->isGroup() && parent.column() == 0 ? int(row->problems.size()) : 0;
}

int ProblemList::columnCount(const QModelIndex &) const
{
    return columns;
}

Qt::ItemFlags ProblemList::flags(const QModelIndex &index) const
{
    const Row *row = rowAt(index);
    return !index.isValid() || (row && row->isTitle()) ? Qt::NoItemFlags
                                                       : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
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

QString ProblemList::shortPlace(const model::Place &place) const
{
    model::Place outer = place;
    outer.option.clear();
    const QString text = placeText(m_project, m_schema, outer);
    return text.isEmpty() ? place.option : text;
}

QVariant ProblemList::problemData(const model::Problem &problem, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        switch (column) {
        case Message: return problem.message;
        case Place: return shortPlace(problem.place);
        case Code: return model::codeName(problem.code);
        case Fix: return problem.fixes.isEmpty() ? QString() : problem.fixes.first().title;
        }
        return {};
    case Qt::DecorationRole:
        return column == Message ? icon(iconName(problem.severity), toneOf(problem.severity)) : QVariant();
    case Qt::ToolTipRole: {
        if (column == Place)
            return placeText(m_project, m_schema, problem.place);
        if (column == Fix && !problem.fixes.isEmpty())
            return problem.fixes.first().title;
        const QString dialects = dialectText(problem.dialects);
        return dialects.isEmpty() ? problem.message : problem.message + u"\n"_s + tr("On %1").arg(dialects);
    }
    case Qt::AccessibleTextRole:
        return column == Message ? QVariant(model::severityName(problem.severity) + u' '
                                            + model::codeName(problem.code) + u": "_s + problem.message)
                                 : problemData(problem, column, Qt::DisplayRole);
    default: return lookOf(column, role);
    }
}

QVariant ProblemList::groupData(const Row &row, int column, int role) const
{
    const model::Problem &first = m_problems[row.problems[0]];
    const auto fixable = std::count_if(row.problems.begin(), row.problems.end(),
                                       [this](int each) { return !m_problems[each].fixes.isEmpty(); });
    const QString title = model::titleOfCode(first.code);
    const QString words = tr("%1, %2 times").arg(title, countText(row.problems.size()));
    switch (role) {
    case Qt::DisplayRole:
        switch (column) {
        case Message: return words;
        case Code: return model::codeName(first.code);
        case Fix: return fixable == 0 ? QString() : tr("Fix all %1").arg(fixable);
        }
        return {};
    case Qt::DecorationRole: return problemData(first, column, role);
    case Qt::ToolTipRole: {
        constexpr qsizetype most = 8;
        QStringList lines;
        for (const int each : row.problems.first(std::min(row.problems.size(), most)))
            lines.append(column == Fix && !m_problems[each].fixes.isEmpty() ? m_problems[each].fixes[0].title
                                                                            : m_problems[each].message);
        if (row.problems.size() > most)
            lines.append(u"…"_s);
        return lines.join(u'\n');
    }
    case Qt::AccessibleTextRole:
        return column == Message ? QVariant(model::severityName(first.severity) + u' '
                                            + model::codeName(first.code) + u": "_s + words)
                                 : groupData(row, column, Qt::DisplayRole);
    default: return lookOf(column, role);
    }
}

QVariant ProblemList::ignoredData(const Row &row, int column, int role) const
{
    const model::Ignored &ignored = m_project.ignored[row.ignored];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        switch (column) {
        case Message: {
            if (row.problems.size() == 1)
                return m_problems[row.problems[0]].message;
            const QString title = model::titleOfCode(ignored.code);
            return (title.isEmpty() ? ignored.code : title) + u" ("_s + QString::number(row.problems.size())
                + u')';
        }
        case Place: return placeText(ignored);
        case Code: return ignored.code;
        case Fix: return tr("Show again");
        }
        return {};
    case Qt::ToolTipRole: {
        QStringList lines;
        for (const int each : row.problems)
            lines.append(m_problems[each].message);
        return lines.isEmpty() ? tr("There is no such problem now.") : lines.join(u'\n');
    }
    case Qt::ForegroundRole:
        return column == Message ? QVariant(QGuiApplication::palette().placeholderText())
                                 : lookOf(column, role);
    default: return lookOf(column, role);
    }
}

QVariant ProblemList::data(const QModelIndex &index, int role) const
{
    if (const model::Problem *problem = problemAt(index))
        return problemData(*problem, index.column(), role);
    const Row &row = m_rows[index.row()];
    if (row.isTitle())
        return titleData(row, index.column(), role);
    return row.ignored >= 0 ? ignoredData(row, index.column(), role) : groupData(row, index.column(), role);
}

}
