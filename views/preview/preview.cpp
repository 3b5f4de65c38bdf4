#include "views/preview/preview.h"

#include "model/edit/edit.h"
#include "model/query/find.h"
#include "model/query/plan.h"
#include "views/preview/querypane.h"
#include "views/preview/resultpane.h"
#include "views/preview/sqlpane.h"

#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace views {

namespace {

const QString lane = u"preview"_s;

model::Json bareQuery(const QString &model)
{
    return model::Json(model::Json::Object{{u"model"_s, model::Json(model)}});
}

void collectHops(const model::FindNode &node, const model::Schema &schema, QList<model::AssociationId> &path)
{
    for (const auto &include : node.includes) {
        if (include->isThrough)
            continue;
        path.append(schema.associations[include->association].id);
        collectHops(*include, schema, path);
    }
}

}

Preview::Preview(QWidget *parent)
    : QWidget(parent), m_schema(std::make_shared<const model::Schema>()), m_queryPane(new QueryPane),
      m_result(new ResultPane), m_sql(new SqlPane)
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *columns = new QSplitter;
    columns->setHandleWidth(1);
    columns->setChildrenCollapsible(false);
    columns->addWidget(m_queryPane);
    columns->addWidget(m_result);
    columns->addWidget(m_sql);
    columns->setSizes({300, 560, 500});
    columns->setStretchFactor(0, 3);
    columns->setStretchFactor(1, 6);
    columns->setStretchFactor(2, 5);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(columns);
    setFocusProxy(m_queryPane);
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(0);
    connect(&m_refresh, &QTimer::timeout, this, &Preview::refresh);
    connectPanes();
}

void Preview::connectPanes()
{
    connect(m_queryPane, &QueryPane::changed, this, &Preview::change);
    connect(m_queryPane, &QueryPane::drafted, this, &Preview::draft);
    connect(m_queryPane, &QueryPane::hovered, this, &Preview::hopHovered);
    connect(m_queryPane, &QueryPane::saveAsked, this, &Preview::save);
    connect(m_queryPane, &QueryPane::queryPicked, this, &Preview::showQuery);
    connect(m_queryPane, &QueryPane::modelPicked, this, &Preview::showModel);
    connect(m_result, &ResultPane::recordPicked, this, &Preview::recordPicked);
    connect(m_result, &ResultPane::moreAllowed, this, [this] {
        m_limits = m_limits.timesTen();
        ask();
    });
    connect(m_result, &ResultPane::cancelled, this, [this] {
        // A job that does nothing takes the place of the one that runs.
        ++m_asked;
        Q_EMIT asked({lane, false, [](const auto &) {}, [] {}});
        m_result->showFault(tr("The query was cancelled."));
    });
    connect(m_sql, &SqlPane::proposalTaken, this, [this](const model::Note &note) {
        change(note.proposal, tr("Change the query as %1 proposes").arg(note.code));
    });
    connect(m_sql, &SqlPane::dialectChosen, this, [this](const model::Dialect *dialect) {
        refreshSoon();
        Q_EMIT dialectChosen(dialect);
    });
}

void Preview::show(const model::Project &project, const model::Schema &schema)
{
    const QString name = m_find.value("model"_L1).string();
    const model::Model *before = model::modelNamed(m_project, name);
    m_project = project;
    m_schema = std::make_shared<const model::Schema>(schema);
    m_queryPane->showChoice(project.queries);
    const model::Query *saved = model::queryOf(project, m_query);
    if (saved) {
        if (saved->find != m_find)
            setFind(saved->find);
    } else if (m_query.isNull() && before && model::modelOf(project, before->id)) {
        // A query that is not saved follows its model through renames.
        model::Json find = m_find;
        find.set(u"model"_s, model::Json(model::modelOf(project, before->id)->name));
        if (find != m_find)
            setFind(find);
    } else if (!m_query.isNull() || m_schema->indexOfModel(name) < 0) {
        const bool wasSaved = !m_query.isNull();
        take({}, bareQuery(project.models.isEmpty() ? QString() : project.models.first().name));
        if (wasSaved)
            Q_EMIT queryShown({});
    }
    refreshSoon();
}

void Preview::showQuery(model::QueryId query)
{
    const model::Query *saved = model::queryOf(m_project, query);
    if (!saved || query == m_query)
        return;
    take(query, saved->find);
    Q_EMIT queryShown(query);
}

void Preview::showModel(const QString &model)
{
    take({}, bareQuery(model));
    Q_EMIT queryShown({});
}

/// Goes over to another query; the answer to the old one is none to this one.
void Preview::take(model::QueryId query, const model::Json &find)
{
    m_query = query;
    setFind(find);
    m_result->clear();
    refreshSoon();
}

void Preview::showOrigin(const RowOrigin &origin)
{
    m_origin = origin;
    m_result->showOrigin(origin);
    rerun();
}

void Preview::rerun()
{
    refreshSoon();
}

void Preview::setDialect(const model::Dialect &dialect)
{
    m_sql->setDialect(dialect);
    refreshSoon();
}

const model::Dialect &Preview::dialect() const
{
    return m_sql->dialect();
}

void Preview::change(const model::Json &find, const QString &what)
{
    setFind(find);
    refreshSoon();
    const model::Query *saved = model::queryOf(m_project, m_query);
    if (!saved)
        return;
    model::Query query = *saved;
    query.find = find.placeless();
    if (const auto next = model::changeQuery(m_project, query))
        Q_EMIT edited(*next, what);
    else
        Q_EMIT refused(next.error().message);
}

void Preview::setFind(const model::Json &find)
{
    m_find = find;
    m_shown = find;
    m_text.clear();
}

void Preview::draft(const model::Json &find, const QByteArray &text)
{
    m_shown = find;
    m_text = text;
    refreshSoon();
}

void Preview::save(const QString &name)
{
    const auto next = model::addQuery(m_project, name, m_find);
    if (!next) {
        Q_EMIT refused(next.error().message);
        return;
    }
    const model::QueryId saved = next->queries.last().id;
    m_query = saved;
    Q_EMIT edited(*next, tr("Save query %1").arg(name));
    Q_EMIT queryShown(saved);
}

void Preview::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refreshSoon();
}

void Preview::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_refresh.stop();
    setPath({});
}

/// Many edits in a row are shown once.
void Preview::refreshSoon()
{
    if (isVisible())
        m_refresh.start();
}

void Preview::refresh()
{
    const model::Query *saved = model::queryOf(m_project, m_query);
    if (m_text.isEmpty()) {
        m_text = model::indentedJson(m_shown).toUtf8();
        if (const auto placed = model::parseJson(m_text))
            m_shown = *placed;
    }
    m_queryPane->show(m_find, m_shown, m_schema, saved ? saved->name : QString());
    if (m_project.models.isEmpty()) {
        m_sql->show({}, {});
        m_result->clear(tr("No model yet. Add one to the diagram, and its rows stand here."));
        return setPath({});
    }
    const auto read = model::readFind(m_shown, *m_schema);
    if (!read)
        return showFault(read.error());
    QList<model::AssociationId> path;
    collectHops(**read, *m_schema, path);
    setPath(path);
    const auto statements = model::statementsOf(**read, *m_schema, m_sql->dialect());
    if (!statements)
        return showFault(statements.error());
    m_queryPane->showFault({});
    m_sql->show(*statements, model::notesOn(m_shown, **read, *m_schema, m_sql->dialect()));
    m_sql->setStale(false);
    ask();
}

void Preview::ask()
{
    const quint64 number = ++m_asked;
    m_result->showRunning();
    Q_EMIT asked(job(
        lane,
        [schema = m_schema, find = m_shown, limits = m_origin.isSample ? m_limits : model::QueryLimits()](
            model::Connection &connection) { return answerOf(connection, schema, find, limits); },
        [this, number](const model::Result<Answer> &result) { answer(number, result); }));
}

/// What the database refuses for a reason that is known: the proposal stands beside the statement, as a link.
model::Error Preview::withoutProposals(model::Error fault)
{
    const auto read = model::readFind(m_shown, *m_schema);
    if (!read || !m_origin.dialect)
        return fault;
    model::Notes reasons = model::notesOn(m_shown, **read, *m_schema, *m_origin.dialect);
    reasons.removeIf([&](const model::Note &note) { return !fault.message.contains(model::textOf(note)); });
    for (const model::Note &note : std::as_const(reasons))
        fault.message.replace(model::textOf(note), note.code + u": "_s + note.message);
    m_sql->showMore(reasons);
    return fault;
}

void Preview::answer(quint64 number, const model::Result<Answer> &answer)
{
    if (number != m_asked)
        return;
    if (!answer)
        return showFault(withoutProposals(answer.error()));
    m_result->show(*answer);
    m_sql->showMore(answer->notes);
}

/// What names a place is the query's fault, the rest is the database's.
void Preview::showFault(const model::Error &fault)
{
    ++m_asked;
    const bool isOfQuery = fault.offset >= 0;
    const model::Error placed = isOfQuery ? model::errorAt(m_text, fault.offset, fault.message) : fault;
    m_queryPane->showFault(isOfQuery ? std::optional(placed) : std::nullopt);
    m_sql->setStale(isOfQuery);
    m_result->showFault(isOfQuery || m_origin.title.isEmpty() ? fault.message
                                                              : m_origin.title + u": "_s + fault.message,
                        model::isOverLimits(fault));
}

void Preview::setPath(const QList<model::AssociationId> &path)
{
    if (m_path == path)
        return;
    m_path = path;
    Q_EMIT pathChanged(path);
}

}
