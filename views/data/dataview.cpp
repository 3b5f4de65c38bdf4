#include "views/data/dataview.h"

#include "views/data/changesbar.h"
#include "views/data/gridpane.h"
#include "views/data/rowsview.h"
#include "views/data/tablechooser.h"
#include "views/theme/style.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QShortcut>
#include <QSplitter>

#include <numeric>
#include <optional>

using namespace Qt::StringLiterals;

namespace views {

using model::Changes;

namespace {

/// The first join table, because that is what people come for; else the first table.
int firstTable(const model::Schema &schema)
{
    for (const model::Edge &edge : schema.edges) {
        if (edge.isManyToMany && edge.through >= 0)
            return edge.through;
    }
    return schema.tables.isEmpty() ? -1 : 0;
}

/// Where a table of one schema is in another: what the project knows by an id may have another name.
int positionIn(const model::Schema &schema, const model::Schema &before, const QString &name)
{
    const model::Table *table = before.table(name);
    if (table && !table->declaredBy.isNull())
        return schema.tableOfDeclared.value(table->declaredBy, schema.indexOfModel(name));
    return schema.indexOfModel(name);
}

/// The rows beside what they are linked to, which has the larger part where there is little room: a value of
/// the through is to be seen.
class Panes : public QSplitter
{
protected:
    void resizeEvent(QResizeEvent *event) override
    {
        constexpr int little = 800;
        QSplitter::resizeEvent(event);
        const bool isNarrow = width() < little;
        if (m_isNarrow == isNarrow)
            return;
        m_isNarrow = isNarrow;
        const int first = width() * (isNarrow ? 45 : 55) / 100;
        setSizes({first, width() - first});
    }

private:
    std::optional<bool> m_isNarrow;
};

}

DataView::DataView(QWidget *parent) : QWidget(parent)
{
    build();
    for (const auto &keys : {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)})
        new QShortcut(keys, this, this, &DataView::commit, Qt::WidgetWithChildrenShortcut);
    connect(m_chooser, &TableChooser::picked, this, &DataView::choose);
    connect(m_grid, &GridPane::asked, this, &DataView::asked);
    connect(m_links, &LinksPane::asked, this, &DataView::asked);
    connect(m_grid, &GridPane::edited, this, &DataView::edit);
    connect(m_links, &LinksPane::edited, this, &DataView::edit);
    connect(m_bar, &ChangesBar::edited, this, &DataView::edit);
    connect(m_bar, &ChangesBar::bringBackWanted, this, [this] { undo({}); });
    connect(qApp, &QApplication::focusChanged, this, &DataView::keepFocus);
    const auto note = [this](const model::RowColumn &column, const model::Value &key, const QString &label) {
        for (const model::Referred &referred : column.referred)
            m_pending.labels.note(referred.model, referred.column.name, key, label);
    };
    connect(m_grid, &GridPane::named, this, note);
    connect(m_links, &LinksPane::named, this, note);
    connect(m_grid, &GridPane::rowChosen, this, &DataView::showChosen);
    connect(m_grid, &GridPane::sampleWanted, this, &DataView::fill);
    connect(m_links, &LinksPane::associationPicked, this, [this](int association) {
        m_association = m_context.schema.associations[association].id;
        showChosen();
    });
    connect(m_bar, &ChangesBar::commitWanted, this, &DataView::commit);
    m_grid->showTable(-1);
}

void DataView::build()
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_chooser = new TableChooser;
    m_chooser->setObjectName(u"chooser"_s);
    m_grid = new GridPane;
    m_links = new LinksPane;
    m_bar = new ChangesBar;
    m_top = new QHBoxLayout;
    m_top->setContentsMargins(metric::near, 0, metric::near, 0);
    m_top->addStretch(1);
    m_top->addWidget(m_chooser);
    auto *panes = new Panes;
    panes->setChildrenCollapsible(false);
    panes->addWidget(m_grid);
    panes->addWidget(m_links);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(m_top);
    layout->addWidget(panes, 1);
    setFocusProxy(m_grid);
    layout->addWidget(m_bar);
}

QWidget *DataView::chooser() const
{
    return m_chooser;
}

void DataView::takeChooserBack()
{
    m_top->addWidget(m_chooser);
    m_chooser->show();
}

void DataView::show(const model::Schema &schema)
{
    const model::Schema before = m_context.schema;
    m_context.schema = schema;
    m_grid->setContext(m_context);
    m_links->setContext(m_context);
    m_bar->setContext(m_context);
    m_chooser->setSchema(schema);
    if (schema.indexOfModel(m_followed) >= 0)
        return follow(std::exchange(m_followed, {}));
    const int table = m_model.isEmpty() ? -1 : positionIn(schema, before, m_model);
    if (table < 0) {
        const int first = firstTable(schema);
        // Who has not seen the rows does not miss them.
        if (isVisible() && !m_model.isEmpty() && first >= 0) {
            m_grid->remark(tr("There is no %1 any more; these are the rows of %2.")
                               .arg(m_model, schema.tables[first].model));
        }
        return choose(first);
    }
    m_chooser->setCurrent(table);
    if (schema.tables[table].model != m_model)
        return choose(table);
    m_grid->moveTable(table);
    showChosen();
    readAgain();
}

void DataView::showOrigin(const RowOrigin &origin)
{
    if (origin == m_context.origin)
        return readAgain();
    m_elsewhere.insert(placeOf(m_context.origin), m_pending);
    m_context.origin = origin;
    m_grid->setContext(m_context);
    m_links->setContext(m_context);
    m_bar->setContext(m_context);
    // Until its rows are read, none are shown: those of the last origin would pass for them.
    m_grid->leave();
    m_pending = m_elsewhere.take(placeOf(origin));
    setChanges(m_pending.changes);
    if (!m_pending.changes.isEmpty())
        askForEngines();
    lock();
    if (m_unanswered.contains(placeOf(origin)) && !m_committing.contains(placeOf(origin)))
        look();
    if (const auto refusal = m_refusals.constFind(placeOf(origin)); refusal != m_refusals.cend()) {
        m_bar->showRefusal(*refusal);
        m_refusals.erase(refusal);
    }
    readAgain();
}

void DataView::showTable(const QString &model, const model::Values &key)
{
    const int table = m_context.schema.indexOfModel(model);
    if (table < 0)
        return;
    m_model = model;
    m_chooser->setCurrent(table);
    m_isStale = false;
    m_grid->showTable(table, key);
}

void DataView::follow(const QString &model)
{
    const int table = m_context.schema.indexOfModel(model);
    m_followed = table < 0 ? model : QString();
    if (table < 0 || m_chooser->isPinned() || model == m_model)
        return;
    m_grid->endEditing();
    choose(table);
}

void DataView::showLinks(model::AssociationId association, const model::Value &sourceKey)
{
    const int position = m_context.schema.positionOf.value(association, -1);
    if (position < 0)
        return;
    const model::ResolvedAssociation &a = m_context.schema.associations[position];
    if (a.source < 0)
        return;
    m_association = association;
    const model::Table &table = m_context.schema.tables[a.source];
    const model::RowSource rows = model::rowsOf(table, m_context.dialect());
    if (sourceKey.isNull())
        return showTable(table.model);
    if (rows.key.size() == 1 && rows.key[0].name == a.sourceKeyColumn)
        return showTable(table.model, {sourceKey});
    m_model = table.model;
    m_chooser->setCurrent(a.source);
    const QString text = u"=\"%1\""_s.arg(sourceKey.toText());
    m_grid->showRows(a.source, {a.sourceKeyColumn, sourceKey.isNumber() ? u'=' + sourceKey.toText() : text});
}

void DataView::forget()
{
    m_elsewhere.clear();
    m_committing.clear();
    m_unanswered.clear();
    m_refusals.clear();
    lock();
    m_pending = {};
    m_followed.clear();
    m_chooser->setPinned(false);
    m_model.clear();
    m_association = {};
    m_context.schema = {};
    m_grid->showTable(-1);
    m_bar->forget();
    setChanges({});
}

qsizetype DataView::waiting() const
{
    return std::accumulate(
        m_elsewhere.begin(), m_elsewhere.end(), m_pending.changes.list.size(),
        [](qsizetype sum, const Pending &pending) { return sum + pending.changes.list.size(); });
}

void DataView::refresh()
{
    readAgain();
}

void DataView::readAgain()
{
    m_isStale = !isVisible();
    if (m_isStale)
        return;
    // One that was chosen while the view could not be seen.
    if (const int table = m_context.schema.indexOfModel(m_model); table != m_grid->table())
        return m_grid->showTable(table);
    m_grid->refresh();
    m_links->refresh();
}

void DataView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        readAgain();
}

void DataView::choose(int table)
{
    m_model = table < 0 ? QString() : m_context.schema.tables[table].model;
    m_chooser->setCurrent(table);
    m_isStale = !isVisible();
    m_grid->showTable(m_isStale ? -1 : table);
}

void DataView::edit(const Changes &next)
{
    if (m_unanswered.remove(placeOf(m_context.origin))) {
        m_pending.history.clear();
        lock();
    } else {
        m_pending.history.note(m_pending.changes, next);
    }
    setChanges(next);
}

void DataView::setChanges(const Changes &changes)
{
    m_pending.changes = changes;
    if (m_bar->statements().isEmpty() && !changes.isEmpty())
        askForEngines();
    m_grid->setChanges(changes, m_pending.labels);
    m_links->setChanges(changes, m_pending.labels);
    m_bar->setChanges(changes);
    showChosen();
    Q_EMIT changesChanged(int(changes.list.size()));
}

void DataView::showChosen()
{
    m_links->showLinks(subject());
}

}
