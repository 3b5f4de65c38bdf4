#include "views/data/filterheader.h"

#include "views/theme/paint.h"
#include "views/theme/style.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QScrollBar>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace views {

namespace {

constexpr int fieldHeight = 22;
constexpr int pause = 120; ///< milliseconds of typing nothing

}

FilterHeader::FilterHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setHighlightSections(false);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setMinimumSectionSize(56);
    setTextElideMode(Qt::ElideRight);
    m_typing.setSingleShot(true);
    m_typing.setInterval(pause);
    connect(&m_typing, &QTimer::timeout, this, &FilterHeader::filtered);
    connect(this, &QHeaderView::sectionResized, this, &FilterHeader::placeFields);
    connect(this, &QHeaderView::sectionCountChanged, this, &FilterHeader::makeFields);
    // Later than the view itself, which moves the heads first.
    if (const auto *view = qobject_cast<QAbstractScrollArea *>(parent))
        connect(view->horizontalScrollBar(), &QScrollBar::valueChanged, this, &FilterHeader::placeFields);
}

QSize FilterHeader::sizeHint() const
{
    return QHeaderView::sizeHint() + QSize(0, fieldRow);
}

QStringList FilterHeader::filters() const
{
    QStringList texts;
    for (const QLineEdit *each : m_fields)
        texts.append(each->text());
    return texts;
}

void FilterHeader::setFilters(const QStringList &filters)
{
    makeFields();
    m_typing.stop();
    for (qsizetype i = 0; i < m_fields.size(); ++i) {
        // What is typed at the moment stays as it is.
        if (m_fields[i]->text() != filters.value(i))
            m_fields[i]->setText(filters.value(i));
        const QString name = model()->headerData(int(i), Qt::Horizontal).toString();
        m_fields[i]->setAccessibleName(tr("Filter of %1").arg(name));
        m_fields[i]->setObjectName(u"filter"_s + QString::number(i));
    }
}

void FilterHeader::setHints(const QList<Hint> &hints)
{
    m_hints = hints;
    for (qsizetype i = 0; i < m_fields.size(); ++i)
        m_fields[i]->setPlaceholderText(hints.value(i).words);
    refuse(-1, {});
}

void FilterHeader::refuse(int column, const QString &reason)
{
    for (int i = 0; i < m_fields.size(); ++i) {
        QLineEdit *field = m_fields[i];
        field->setToolTip(i == column ? reason : m_hints.value(i).tip);
        if (field->property("refused").toBool() == (i == column))
            continue;
        field->setProperty("refused", i == column);
        field->update();
    }
}

void FilterHeader::makeFields()
{
    const int wanted = model() ? model()->columnCount() : 0;
    while (m_fields.size() > wanted)
        delete m_fields.takeLast();
    while (m_fields.size() < wanted) {
        auto *field = new QLineEdit(this);
        field->installEventFilter(this);
        connect(field, &QLineEdit::textEdited, &m_typing, qOverload<>(&QTimer::start));
        m_fields.append(field);
    }
    placeFields();
}

/// A line ends the row of fields, as it ends the rows below.
bool FilterHeader::event(QEvent *event)
{
    const bool isTaken = QHeaderView::event(event);
    if (event->type() == QEvent::Paint) {
        QPainter painter(this);
        paint::horizontalLine(&painter, rect(), rect().bottom(), themeOf(palette()).hairline);
    }
    return isTaken;
}

void FilterHeader::updateGeometries()
{
    setViewportMargins(0, 0, 0, fieldRow);
    QHeaderView::updateGeometries();
    placeFields();
}

void FilterHeader::placeFields()
{
    const int top = height() - fieldRow + metric::tight;
    for (int i = 0; i < m_fields.size(); ++i) {
        QLineEdit *field = m_fields[i];
        field->setGeometry(sectionViewportPosition(i), top, qMax(sectionSize(i) - metric::near, 20),
                           fieldHeight - 1);
        field->show();
    }
    update();
}

void FilterHeader::keyPressEvent(QKeyEvent *event)
{
    event->accept();
}

bool FilterHeader::eventFilter(QObject *watched, QEvent *event)
{
    auto *field = qobject_cast<QLineEdit *>(watched);
    if (field && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape && !field->text().isEmpty()) {
            field->clear();
            m_typing.stop();
            Q_EMIT filtered();
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            m_typing.stop();
            Q_EMIT filtered();
            return true;
        }
        if (key == Qt::Key_Down || key == Qt::Key_Escape) {
            Q_EMIT left();
            return true;
        }
    }
    if (field && event->type() == QEvent::FocusIn) {
        // A field that is reached by the keyboard is brought into sight.
        if (auto *table = qobject_cast<QTableView *>(parentWidget()))
            table->scrollTo(table->model()->index(table->rowAt(0), int(m_fields.indexOf(field))));
    }
    return QHeaderView::eventFilter(watched, event);
}

}
