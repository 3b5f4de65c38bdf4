#include "views/problems/problems.h"

#include "model/check/catalogue.h"
#include "model/edit/edit.h"
#include "views/problems/ignoremenu.h"
#include "views/problems/problemlist.h"
#include "views/theme/icons.h"
#include "views/theme/labels.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace views {

namespace {

constexpr int indentation = 16;

/// The messages have most of the width, however long the places are. What mends a problem is read as a whole:
/// where that leaves no room for the places, the messages name them.
class ProblemTree : public QTreeView
{
protected:
    int sizeHintForColumn(int column) const override
    {
        const int wanted = QTreeView::sizeHintForColumn(column);
        return column == ProblemList::Place ? std::min(wanted, width() / 5)
            : column == ProblemList::Fix    ? std::min(wanted, width() * 2 / 5)
                                            : wanted;
    }

    void resizeEvent(QResizeEvent *event) override
    {
        constexpr int widthForPlaces = 960;
        setColumnHidden(ProblemList::Place, width() < widthForPlaces);
        QTreeView::resizeEvent(event);
    }
};

}

Selection selectionOf(const model::Place &place)
{
    Selection selection;
    if (!place.association.isNull())
        selection.associations = {place.association};
    else if (!place.model.isNull())
        selection.models = {place.model};
    selection.attribute = place.association.isNull() ? place.attribute : model::AttributeId();
    selection.index = place.association.isNull() ? place.index : model::IndexId();
    return selection;
}

Problems::Problems(QWidget *parent)
    : QWidget(parent), m_view(new ProblemTree), m_empty(new EmptyLabel(tr("No problems"))),
      m_list(new ProblemList(this))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_view);
    layout->addWidget(m_empty);
    setFocusProxy(m_view);
    m_view->setModel(m_list);
    m_view->setHeaderHidden(true);
    m_view->setIndentation(indentation);
    m_view->setExpandsOnDoubleClick(false); // a click does
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setAccessibleName(tr("Problems"));
    m_view->setMouseTracking(true);
    QHeaderView *header = m_view->header();
    header->setStretchLastSection(false);
    header->setMinimumSectionSize(40);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(ProblemList::Message, QHeaderView::Stretch);
    header->setResizeContentsPrecision(0); // what is in sight
    m_view->viewport()->installEventFilter(this);
    m_view->installEventFilter(this);
    connect(m_view, &QWidget::customContextMenuRequested, this, &Problems::openMenu);
    connect(m_view, &QAbstractItemView::clicked, this, [this](const QModelIndex &index) {
        if (index.column() == ProblemList::Fix)
            fix(index);
        else
            pick(index);
    });
    connect(m_view, &QTreeView::expanded, this,
            [this](const QModelIndex &index) { m_unfolded.insert(keyOf(index)); });
    connect(m_view, &QTreeView::collapsed, this,
            [this](const QModelIndex &index) { m_unfolded.remove(keyOf(index)); });
    m_view->hide();
}

QString Problems::keyOf(const QModelIndex &group) const
{
    const QList<model::Problem> problems = m_list->groupAt(group);
    return problems.isEmpty()
        ? QString()
        : model::severityName(problems[0].severity) + u' ' + model::codeName(problems[0].code);
}

void Problems::show(const model::Project &project, const model::Schema &schema,
                    const QList<model::Problem> &problems)
{
    m_project = project;
    m_schema = schema;
    m_problems = problems;
    const int count = int(std::count_if(problems.begin(), problems.end(), [](const model::Problem &problem) {
        return problem.severity != model::Severity::Hint && !problem.ignored;
    }));
    if (count != m_count) {
        m_count = count;
        Q_EMIT countChanged(count);
    }
    m_isStale = !isVisible();
    if (isVisible())
        refresh();
}

void Problems::showEvent(QShowEvent *event)
{
    if (m_isStale)
        refresh();
    QWidget::showEvent(event);
}

void Problems::refresh()
{
    m_isStale = false;
    const model::Problem *current = m_list->problemAt(m_view->currentIndex());
    const std::optional<model::Problem> chosen = current ? std::optional(*current) : std::nullopt;
    m_list->show(m_project, m_schema, m_problems);
    for (int row = 0; row < m_list->rowCount(); ++row) {
        const QModelIndex index = m_list->index(row, 0);
        if (m_list->hasChildren(index) && m_unfolded.contains(keyOf(index)))
            m_view->expand(index);
    }
    if (const QModelIndex index = chosen ? m_list->indexOf(chosen->code, chosen->place) : QModelIndex();
        index.isValid())
        m_view->setCurrentIndex(index);
    const bool isEmpty = m_list->rowCount() == 0;
    m_view->setVisible(!isEmpty);
    m_empty->setVisible(isEmpty);
}

void Problems::next()
{
    if (m_isStale)
        refresh();
    const QModelIndex index = m_list->problemAfter(m_view->currentIndex());
    if (!index.isValid())
        return;
    m_view->setCurrentIndex(index); // which unfolds its group
    pick(index);
}

void Problems::pick(const QModelIndex &index)
{
    const QModelIndex first = index.siblingAtColumn(0);
    if (m_list->hasChildren(first))
        return m_view->setExpanded(first, !m_view->isExpanded(first));
    const model::Problem *problem = m_list->problemAt(index);
    if (!problem)
        return;
    if (!problem->place.query.isNull())
        Q_EMIT queryPicked(problem->place.query);
    else
        Q_EMIT placePicked(selectionOf(problem->place));
}

void Problems::fix(const QModelIndex &index)
{
    const QList<model::Problem> group = m_list->groupAt(index);
    if (!group.isEmpty())
        fixAll(group);
    else if (const model::Ignored *ignored = m_list->ignoredAt(index))
        apply(model::removeIgnored(m_project, *ignored), tr("Show %1 again").arg(ignored->code));
    else if (const model::Problem *problem = m_list->problemAt(index); problem && !problem->fixes.isEmpty())
        fix(problem->fixes.first());
}

void Problems::fix(const model::Fix &fix)
{
    apply(fix.apply(m_project), fix.title);
}

void Problems::fixAll(const QList<model::Problem> &group)
{
    // What is shown is what the chosen dialect has, as do all of them.
    model::DialectSet dialects = model::everyDialect;
    for (const model::Problem &problem : m_problems)
        dialects &= problem.dialects;
    apply(model::fixAll(m_project, group[0].code, group[0].severity, dialects),
          tr("Fix all: %1").arg(model::titleOfCode(group[0].code)));
}

void Problems::apply(const model::Result<model::Project> &next, const QString &what)
{
    if (next)
        Q_EMIT edited(*next, what);
    else
        Q_EMIT refused(next.error().message);
}

void Problems::openMenu(QPoint at)
{
    const QModelIndex index = m_view->indexAt(at);
    const bool isIgnored = m_list->ignoredAt(index);
    QList<model::Problem> problems = m_list->groupAt(index);
    const bool isGroup = !problems.isEmpty();
    if (const model::Problem *one = m_list->problemAt(index))
        problems = {*one};
    if (problems.isEmpty() && !isIgnored)
        return;
    QMenu menu(this);
    if (isGroup || isIgnored) {
        const QModelIndex link = index.siblingAtColumn(ProblemList::Fix);
        if (const QString text = link.data().toString(); !text.isEmpty())
            menu.addAction(text, this, [this, link] { fix(link); });
    } else {
        for (const model::Fix &each : problems[0].fixes)
            menu.addAction(each.title, this, [this, each] { fix(each); });
        const QModelIndex link = index.parent().siblingAtColumn(ProblemList::Fix);
        if (const QString text = link.data().toString(); !text.isEmpty())
            menu.addAction(text, this, [this, link] { fix(link); });
    }
    if (!problems.isEmpty()) {
        menu.addSeparator();
        addIgnoreActions(menu, m_project, problems, [this](const model::Ignored &ignored) {
            apply(model::addIgnored(m_project, ignored), tr("Ignore %1").arg(ignored.code));
        });
        menu.addSeparator();
        menu.addAction(icon(u"copy"_s), tr("Copy"), this, [&problems] {
            QStringList lines;
            for (const model::Problem &each : problems)
                lines.append(model::codeName(each.code) + u": "_s + each.message);
            QApplication::clipboard()->setText(lines.join(u'\n'));
        });
    }
    menu.exec(m_view->viewport()->mapToGlobal(at));
}

bool Problems::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view->viewport() && event->type() == QEvent::MouseMove) {
        const QModelIndex index = m_view->indexAt(static_cast<QMouseEvent *>(event)->position().toPoint());
        const bool isLink = index.column() == ProblemList::Fix && !index.data().toString().isEmpty();
        m_view->viewport()->setCursor(isLink ? Qt::PointingHandCursor : Qt::ArrowCursor);
    } else if (watched == m_view && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (isEnter && m_view->currentIndex().isValid()) {
            if (key->modifiers() & Qt::ControlModifier)
                fix(m_view->currentIndex());
            else
                pick(m_view->currentIndex());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

}
