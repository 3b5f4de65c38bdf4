#include "views/data/changesbar.h"

#include "views/data/notice.h"
#include "views/data/sqlline.h"
#include "views/theme/labels.h"
#include "views/theme/style.h"
#include "views/theme/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace views {

using model::Changes;

namespace {

constexpr int barHeight = 44;
constexpr int mostOpen = 6; ///< statements that are in sight

class Point : public QWidget
{
public:
    Point() { setFixedSize(12, 12); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(themeOf(palette()).warning);
        painter.drawEllipse(QPointF(6, 6), 5, 5);
    }
};

}

ChangesBar::ChangesBar(QWidget *parent) : QWidget(parent), m_model(new StatementsModel(this))
{
    build();
    open(false);
    showChanges();
}

void ChangesBar::build()
{
    m_list = new StatementList(m_model);
    m_list->setObjectName(u"statements"_s);
    m_list->setAccessibleName(tr("Pending changes"));
    connect(static_cast<StatementList *>(m_list), &StatementList::discarded, this, &ChangesBar::discard);
    m_notice = new Notice;
    m_notice->setObjectName(u"changesNotice"_s);
    connect(m_notice, &Notice::linked, this, &ChangesBar::bringBackWanted);
    m_partial = new Notice;
    m_partial->setObjectName(u"partialNotice"_s);
    m_mark = new Point;
    m_count = new QLabel;
    m_count->setObjectName(u"changeCount"_s);
    m_line = new SqlLine;
    m_line->setObjectName(u"changeSql"_s);
    m_open = new LinkButton(tr("Show all"));
    m_open->setObjectName(u"showStatements"_s);
    connect(m_open, &LinkButton::clicked, this, [this] { open(!m_list->isVisibleTo(this)); });
    m_discard = new QPushButton(tr("Discard"));
    m_discard->setObjectName(u"discard"_s);
    m_discard->setToolTip(tr("Forget all pending changes"));
    connect(m_discard, &QPushButton::clicked, this, &ChangesBar::discardAll);
    m_commit = new QPushButton(tr("Commit"));
    m_commit->setObjectName(u"commit"_s);
    m_commit->setDefault(true);
    connect(m_commit, &QPushButton::clicked, this, &ChangesBar::commitWanted);

    auto *bar = new QWidget;
    bar->setFixedHeight(barHeight);
    auto *line = new QHBoxLayout(bar);
    line->setContentsMargins(metric::apart, 0, metric::apart, 0);
    line->setSpacing(metric::apart);
    line->addWidget(m_mark);
    line->addWidget(m_count);
    line->addWidget(m_line, 1);
    line->addWidget(m_open);
    line->addWidget(m_discard);
    line->addWidget(m_commit);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(hairline());
    layout->addWidget(m_notice);
    layout->addWidget(m_partial);
    layout->addWidget(m_list);
    layout->addWidget(bar);
}

void ChangesBar::setContext(const Context &context)
{
    if (context.origin != m_context.origin)
        forget();
    m_context = context;
    setChanges(m_changes);
}

void ChangesBar::forget()
{
    m_notice->clear();
}

void ChangesBar::setChanges(const Changes &changes)
{
    if (changes != m_changes)
        m_notice->clear();
    m_changes = changes;
    m_model->setChanges(changes, m_context, QDateTime::currentDateTimeUtc());
    showChanges();
}

void ChangesBar::setPhase(Phase phase)
{
    m_phase = phase;
    showChanges();
}

void ChangesBar::setWithoutTransactions(const QStringList &models)
{
    m_withoutTransactions = models;
    showPartial();
}

void ChangesBar::say(const QString &text)
{
    m_notice->say(text);
}

void ChangesBar::showPartial()
{
    QStringList models;
    for (const PendingStatement &each : m_model->statements()) {
        const QString &model = each.statement.row.model;
        if (m_withoutTransactions.contains(model) && !models.contains(model))
            models.append(model);
    }
    // One statement is always done or not.
    m_partial->say(models.isEmpty() || m_model->rowCount() < 2
                       ? QString()
                       : tr("Not all or none: the table of %1 is of an engine without transactions. What is "
                            "written to it stays where a later statement fails.")
                             .arg(models.join(u", "_s)));
}

void ChangesBar::showRefusal(const model::Error &error)
{
    m_model->setRefused(error.line, error.message);
    m_notice->say(error.line > 0 ? tr("Not committed. Statement %1: %2").arg(error.line).arg(error.message)
                                 : tr("Not committed: %1").arg(error.message));
    if (error.line > 0 && m_model->rowCount() > 1) {
        open(true);
        m_list->selectRow(error.line - 1);
    }
}

bool ChangesBar::canCommit() const
{
    return !m_changes.isEmpty() && m_phase == Phase::Open && m_model->fault().isNull();
}

void ChangesBar::explain()
{
    if (const QString fault = m_model->fault(); !fault.isNull())
        m_notice->say(tr("This cannot be committed yet: %1").arg(fault));
}

void ChangesBar::open(bool isOpen)
{
    const int rows = qMin(m_model->rowCount(), mostOpen);
    m_list->setFixedHeight(rows * m_list->verticalHeader()->defaultSectionSize() + 2);
    m_list->setVisible(isOpen && rows > 0);
    m_open->setText(isOpen ? tr("Hide") : tr("Show all"));
}

void ChangesBar::discard(int row)
{
    if (m_phase == Phase::Open && row < m_model->rowCount())
        Q_EMIT edited(withoutChange(m_changes, m_model->statements()[row].statement.row));
}

void ChangesBar::discardAll()
{
    const int count = int(m_changes.list.size());
    // What may be in the database already is not brought back to be committed once more.
    const QString link = m_phase == Phase::Unknown ? QString() : tr("Bring back");
    Q_EMIT edited(Changes{.list = {}, .lastNumber = m_changes.lastNumber});
    m_notice->say(counted(count, tr("1 change discarded."), tr("%1 changes discarded.")), link);
}

void ChangesBar::showChanges()
{
    const int count = m_model->rowCount();
    m_mark->setVisible(count > 0);
    m_count->setText(m_phase == Phase::Committing    ? tr("Committing…")
                         : m_phase == Phase::Looking ? tr("Looking for the changes…")
                         : count == 0                ? tr("No pending changes")
                                                     : counted(count, tr("1 change"), tr("%1 changes")));
    m_count->setForegroundRole(count == 0 ? QPalette::PlaceholderText : QPalette::WindowText);
    // The one that was made last is what the user has just done.
    const PendingStatement *last = nullptr;
    for (const PendingStatement &each : m_model->statements()) {
        if (!last || (!m_changes.isEmpty() && each.statement.row == m_changes.list.last().row))
            last = &each;
    }
    const QString fault = m_model->fault();
    m_line->say(!last ? QString() : last->statement.sql.isEmpty() ? last->fault : last->statement.sql, fault);
    m_open->setVisible(count > 1);
    const bool isUnknown = m_phase == Phase::Unknown;
    m_discard->setEnabled(count > 0 && (isUnknown || m_phase == Phase::Open));
    m_commit->setEnabled(isUnknown || canCommit());
    m_commit->setText(isUnknown ? tr("Look again") : tr("Commit"));
    m_commit->setToolTip(isUnknown ? tr("Look whether the changes are in the database (Ctrl+Enter)")
                                   : tr("Write the changes to the database (Ctrl+Enter)"));
    showPartial();
    open(m_list->isVisibleTo(this) && count > 1);
}

}
