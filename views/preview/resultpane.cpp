#include "views/preview/resultpane.h"

#include "views/preview/barparts.h"
#include "views/preview/flatrows.h"
#include "views/theme/icons.h"
#include "views/theme/sqltext.h"
#include "views/theme/style.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace views {

namespace {

/// Work that takes no longer is not worth a word.
constexpr int patience = 150;
/// Rows that were open are looked for again as long as they are so few.
constexpr int mostOpen = 200;
constexpr int widestColumn = 260;

QString timeText(qint64 nanoseconds)
{
    const double milliseconds = double(nanoseconds) / 1e6;
    const QLocale locale;
    return milliseconds < 1000
        ? ResultPane::tr("%1 ms").arg(locale.toString(milliseconds, 'f', milliseconds < 10 ? 1 : 0))
        : ResultPane::tr("%1 s").arg(locale.toString(milliseconds / 1000, 'f', 1));
}

/// "3 users": the model's own plural, in the small letters of running text.
QString recordsText(qsizetype count, const model::Table &table)
{
    const auto small = [](QString name) {
        if (!name.isEmpty())
            name[0] = name[0].toLower();
        return name;
    };
    return counted(count, u"1 "_s + small(table.singular.value), u"%1 "_s + small(table.plural.value));
}

void collectOpen(const QTreeView &view, const RecordTree &records, const QModelIndex &parent,
                 QStringList &open)
{
    const int rows = std::min(records.rowCount(parent), mostOpen);
    for (int row = 0; row < rows && open.size() < mostOpen; ++row) {
        const QModelIndex index = records.index(row, 0, parent);
        if (!view.isExpanded(index))
            continue;
        open.append(records.pathOf(index));
        collectOpen(view, records, index, open);
    }
}

}

ResultPane::ResultPane(QWidget *parent)
    : QWidget(parent), m_pages(new QButtonGroup(this)), m_summary(new ElidedLabel), m_fault(new QWidget),
      m_reason(new QLabel), m_allow(new QPushButton(tr("Allow ten times as much"))), m_note(new MutedLabel),
      m_empty(new EmptyLabel({})), m_stack(new QStackedWidget), m_tree(new QTreeView),
      m_records(new RecordTree(this)), m_delegate(new PhraseDelegate(this)), m_table(new QTableView),
      m_rows(new FlatRows(this)), m_json(new SqlText(SqlText::Language::Json))
{
    m_tree->setModel(m_records);
    m_tree->setItemDelegate(m_delegate);
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->setAccessibleName(tr("Records"));
    m_table->setModel(m_rows);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setFont(fixedFont());
    m_table->setAccessibleName(tr("Rows of the statement"));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(metric::listRow);
    m_table->horizontalHeader()->setResizeContentsPrecision(50);
    m_table->horizontalHeader()->setMaximumSectionSize(widestColumn);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setWordWrap(false);
    m_table->setShowGrid(false);
    m_json->setAccessibleName(tr("Records as JSON"));
    for (QWidget *page : {static_cast<QWidget *>(m_tree), static_cast<QWidget *>(m_table),
                          static_cast<QWidget *>(m_json), static_cast<QWidget *>(m_empty)})
        m_stack->addWidget(page);

    auto *faultLayout = new QHBoxLayout(m_fault);
    auto *mark = new QLabel;
    mark->setPixmap(icon(u"warning"_s, Tone::Warning).pixmap(metric::iconSize, metric::iconSize));
    m_reason->setWordWrap(true);
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_reason->setForegroundRole(QPalette::BrightText);
    faultLayout->setContentsMargins(metric::apart, metric::tight, metric::apart, metric::near);
    faultLayout->addWidget(mark, 0, Qt::AlignTop);
    faultLayout->addWidget(m_reason, 1);
    faultLayout->addWidget(m_allow, 0, Qt::AlignTop);
    connect(m_allow, &QPushButton::clicked, this, &ResultPane::moreAllowed);
    m_fault->hide();
    m_note->setContentsMargins(metric::apart, metric::tight, metric::apart, metric::tight);
    m_note->hide();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(makeBusyLine());
    layout->addWidget(m_fault);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_note);

    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, m_busy, &QWidget::show);
    connect(m_tree, &QTreeView::doubleClicked, this, &ResultPane::pick);
    showPage();
}

QWidget *ResultPane::makeBar()
{
    auto *bar = new QWidget;
    QHBoxLayout *layout = newBar(bar);
    layout->setContentsMargins(metric::tight, 0, metric::apart, 0);
    layout->setSpacing(0);
    const QStringList words{tr("Tree"), tr("Rows"), tr("JSON")};
    for (int page = Tree; page <= Json; ++page) {
        auto *tab = new WordTab(words[page]);
        tab->setChecked(page == Tree);
        m_pages->addButton(tab, page);
        layout->addWidget(tab);
    }
    m_summary->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    layout->addWidget(m_summary, 1);
    connect(m_pages, &QButtonGroup::idToggled, this, [this](int, bool isChecked) {
        if (isChecked)
            showPage();
    });
    return bar;
}

QWidget *ResultPane::makeBusyLine()
{
    m_busy = new QWidget;
    auto *bar = new QProgressBar;
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    bar->setFixedHeight(metric::tight);
    bar->setAccessibleName(tr("The query is running"));
    auto *cancelLink = new LinkButton(tr("Cancel (Esc)"));
    connect(cancelLink, &QAbstractButton::clicked, this, &ResultPane::cancel);
    auto *layout = new QHBoxLayout(m_busy);
    layout->setContentsMargins(metric::apart, 0, metric::apart, metric::tight);
    layout->addWidget(new MutedLabel(tr("Running…")));
    layout->addWidget(bar, 1);
    layout->addWidget(cancelLink);
    m_busy->hide();
    return m_busy;
}

void ResultPane::show(const Answer &answer)
{
    stopRunning();
    m_answer = answer;
    m_hint.clear();
    m_shown.clear();
    m_fault->hide();
    setStale(false);
    showSummary();
    showPage();
}

void ResultPane::showOrigin(const RowOrigin &origin)
{
    m_origin = origin;
    showSummary();
}

void ResultPane::showFault(const QString &reason, bool isOverLimits)
{
    stopRunning();
    m_reason->setText(reason);
    m_allow->setVisible(isOverLimits);
    m_fault->show();
    setStale(true);
    showPage();
}

void ResultPane::showRunning()
{
    m_isRunning = true;
    if (!m_patience.isActive() && m_busy->isHidden())
        m_patience.start();
}

void ResultPane::stopRunning()
{
    m_isRunning = false;
    m_patience.stop();
    m_busy->hide();
}

void ResultPane::clear(const QString &hint)
{
    stopRunning();
    m_answer = {};
    m_hint = hint;
    m_shown.clear();
    m_records->show({});
    m_fault->hide();
    setStale(false);
    showSummary();
    showPage();
}

void ResultPane::showSummary()
{
    QStringList words{m_origin.title};
    if (m_answer.records) {
        const Records &records = *m_answer.records;
        words.append(recordsText(m_answer.recordCount, records.schema().tables[records.kind().shape->table]));
        words.append(counted(m_answer.rowCount, tr("1 row"), tr("%1 rows")));
        words.append(timeText(m_answer.nanoseconds));
    }
    words.removeAll(QString());
    m_summary->setText(words.join(u" · "_s));
    m_summary->setToolTip(m_origin.title.isEmpty() ? QString() : tr("Rows of: %1").arg(m_origin.title));
}

void ResultPane::showPage()
{
    const int page = m_pages->checkedId();
    const bool hasRecords = m_answer.records && m_answer.recordCount > 0;
    QString note;
    if (!hasRecords) {
        m_empty->setText(m_answer.records ? tr("No row fits the query.") : m_hint);
        m_stack->setCurrentWidget(m_empty);
    } else {
        m_stack->setCurrentIndex(page);
        if (const QString name = QString::number(page); !m_shown.contains(name)) {
            m_shown.append(name);
            if (page == Tree)
                showTree();
            else if (page == Rows)
                showRows();
            else
                m_json->show(m_answer.json);
        }
        if (page == Rows && m_answer.rowCount > m_answer.rows.size()) {
            note = tr("The first %1 of %2 rows")
                       .arg(countText(m_answer.rows.size()), countText(m_answer.rowCount));
        } else if (page == Json && m_answer.recordCount > m_answer.recordsInJson) {
            note = tr("The first %1 of %2 records")
                       .arg(countText(m_answer.recordsInJson), countText(m_answer.recordCount));
        }
    }
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

/// Opens what was open before; at first, the first record.
void ResultPane::showTree()
{
    QStringList open;
    collectOpen(*m_tree, *m_records, {}, open);
    const QString current = m_records->pathOf(m_tree->currentIndex());
    const bool wasEmpty = m_records->rowCount() == 0;
    m_records->show(m_answer.records);
    bool isFound = open.isEmpty() && !wasEmpty;
    for (const QString &path : std::as_const(open)) {
        const QModelIndex index = m_records->indexOf(path);
        isFound = isFound || index.isValid();
        m_tree->setExpanded(index, true);
    }
    if (!isFound) {
        const QModelIndex first = m_records->index(0, 0);
        m_tree->expand(first);
        for (int row = 0; row < m_records->rowCount(first); ++row)
            m_tree->expand(m_records->index(row, 0, first));
    }
    if (!current.isEmpty())
        m_tree->setCurrentIndex(m_records->indexOf(current));
}

void ResultPane::showRows()
{
    const bool isOther = m_rows->columns() != m_answer.columns;
    m_rows->show(m_answer.columns, m_answer.rows);
    if (isOther)
        m_table->resizeColumnsToContents();
}

void ResultPane::setStale(bool isStale)
{
    if (m_isStale == isStale)
        return;
    m_isStale = isStale;
    m_delegate->setStale(isStale);
    m_tree->viewport()->update();
    m_json->setStale(isStale);
    QPalette palette = this->palette();
    if (isStale)
        palette.setColor(QPalette::Text, palette.color(QPalette::PlaceholderText));
    m_table->setPalette(isStale ? palette : QPalette());
}

void ResultPane::cancel()
{
    if (!m_isRunning)
        return;
    stopRunning();
    Q_EMIT cancelled();
}

void ResultPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_isRunning)
        return cancel();
    QWidget::keyPressEvent(event);
}

void ResultPane::pick(const QModelIndex &index)
{
    if (!m_origin.dialect)
        return;
    if (const auto picked = m_records->recordAt(index, *m_origin.dialect))
        Q_EMIT recordPicked(picked->model, picked->key);
    else
        m_tree->setExpanded(index, !m_tree->isExpanded(index));
}

}
