#include "views/problems/problems.h"

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
    : QWidget(parent), m_view(new QTreeView), m_empty(new EmptyLabel(tr("No problems"))),
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
    m_view->setRootIsDecorated(false);
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
        const model::Problem *problem = m_list->problemAt(index.row());
        if (problem && index.column() == ProblemList::Fix && !problem->fixes.isEmpty())
            fix(problem->fixes.first());
        else
            pick(index.row());
    });
    m_view->hide();
}

void Problems::show(const model::Project &project, const model::Schema &schema,
                    const QList<model::Problem> &problems)
{
    m_project = project;
    m_schema = schema;
    m_problems = problems;
    const int count = int(std::count_if(problems.begin(), problems.end(), [](const model::Problem &problem) {
        return problem.severity != model::Severity::Hint;
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
    const model::Problem *current = m_list->problemAt(m_view->currentIndex().row());
    const QString code = current ? current->code : QString();
    const model::Place place = current ? current->place : model::Place();
    m_list->show(m_project, m_schema, m_problems);
    if (const int row = m_list->rowOf(code, place); row >= 0)
        m_view->setCurrentIndex(m_list->index(row, 0));
    m_view->setVisible(!m_problems.isEmpty());
    m_empty->setVisible(m_problems.isEmpty());
}

void Problems::next()
{
    if (m_isStale)
        refresh();
    const int row = m_list->rowAfter(m_view->currentIndex().row());
    if (row < 0)
        return;
    m_view->setCurrentIndex(m_list->index(row, 0));
    pick(row);
}

void Problems::pick(int row)
{
    const model::Problem *problem = m_list->problemAt(row);
    if (!problem)
        return;
    if (!problem->place.query.isNull())
        Q_EMIT queryPicked(problem->place.query);
    else
        Q_EMIT placePicked(selectionOf(problem->place));
}

void Problems::fix(const model::Fix &fix)
{
    const QString title = fix.title;
    const auto next = fix.apply(m_project);
    if (next)
        Q_EMIT edited(*next, title);
    else
        Q_EMIT refused(next.error().message);
}

void Problems::openMenu(QPoint at)
{
    const model::Problem *found = m_list->problemAt(m_view->indexAt(at).row());
    if (!found)
        return;
    const model::Problem problem = *found;
    QMenu menu(this);
    for (const model::Fix &each : problem.fixes)
        menu.addAction(each.title, this, [this, each] { fix(each); });
    menu.addSeparator();
    menu.addAction(icon(u"copy"_s), tr("Copy"), this,
                   [&] { QApplication::clipboard()->setText(problem.code + u": "_s + problem.message); });
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
        const model::Problem *problem = m_list->problemAt(m_view->currentIndex().row());
        if (isEnter && problem && key->modifiers() & Qt::ControlModifier && !problem->fixes.isEmpty()) {
            fix(problem->fixes.first());
            return true;
        }
        if (isEnter && problem) {
            pick(m_view->currentIndex().row());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

}
