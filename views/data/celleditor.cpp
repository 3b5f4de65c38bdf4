#include "views/data/celleditor.h"

#include "model/rows/browse.h"
#include "model/rows/input.h"
#include "model/rows/label.h"
#include "model/rows/lacking.h"
#include "views/theme/paint.h"
#include "views/theme/style.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLabel>
#include <QPainter>
#include <QPointer>
#include <QStringListModel>

using namespace Qt::StringLiterals;

namespace views {

using model::Connection;
using model::Result;
using model::Value;

namespace {

constexpr int mostChoices = 20;
constexpr int pause = 80; ///< milliseconds of typing nothing

/// Why a text is not taken, below or above its cell.
class Reason : public QLabel
{
public:
    explicit Reason(QWidget *parent) : QLabel(parent)
    {
        setTextFormat(Qt::PlainText);
        setContentsMargins(metric::near, metric::tight, metric::near, metric::tight);
        setAttribute(Qt::WA_TransparentForMouseEvents);
        hide();
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QPainter painter(this);
        const Theme &theme = themeOf(palette());
        paint::roundedBox(&painter, rect(), theme.panel, theme.warning, metric::radius);
        QLabel::paintEvent(event);
    }
};

bool isNothing(const QString &text)
{
    return text.trimmed().isEmpty() || text == u"NULL";
}

}

model::RowSource rowsCalled(const model::Schema &schema, const model::Referred &referred, const QString &text,
                            const model::Dialect &dialect)
{
    const model::Table &table = *schema.table(referred.model);
    const QString alias = model::rowAlias(dialect);
    model::RowSource source = model::rowsOf(table, dialect);
    source.columns.append(
        {.attribute = referred.column.name, .column = referred.column, .labels = referred.labels});
    QString words = text.trimmed();
    if (words.startsWith(u'#'))
        words.remove(0, 1);
    for (const QString &condition :
         {model::aliveSql(table, alias, dialect),
          words.isEmpty() ? QString() : model::labelSql(words, referred, alias, dialect)})
    {
        if (!condition.isEmpty())
            source.conditions.append(condition);
    }
    return source;
}

CellEditor::CellEditor(const Cell &cell, QWidget *parent) : QLineEdit(parent), m_cell(cell)
{
    setFrame(true);
    m_typing.setSingleShot(true);
    m_typing.setInterval(pause);
    connect(&m_typing, &QTimer::timeout, this, &CellEditor::search);
    m_reason = new Reason(parent);
    connect(this, &QObject::destroyed, m_reason, &QObject::deleteLater);
    if (isSearched())
        setPlaceholderText(tr("Find by name or #key"));
    if (isSearched() || !fixedChoices().isEmpty()) {
        m_list = new QCompleter(this);
        m_list->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
        m_list->setModel(new QStringListModel(m_list));
        m_list->setWidget(this);
        m_list->popup()->setAccessibleName(tr("Choices for %1").arg(cell.column.attribute));
        connect(m_list, qOverload<const QModelIndex &>(&QCompleter::activated), this,
                [this](const QModelIndex &index) { pick(index.row()); });
    }
    connect(this, &QLineEdit::textEdited, this, [this] {
        m_isTouched = true;
        m_picked.reset();
        m_label.clear();
        m_reason->hide();
        setProperty("refused", false);
        // What was offered for another text must not be taken for this one.
        m_choices.clear();
        if (isSearched())
            m_typing.start();
        else if (m_list)
            offer(fixedChoices());
    });
}

void CellEditor::showValue(const Value &value, const QString &label)
{
    const QString shown = label.isEmpty() ? model::editText(value, m_cell.column.type) : label;
    // Rows that are read again leave the selection, which what is typed takes the place of.
    if (text() != shown) {
        setText(shown);
        selectAll();
    }
    setProperty("refused", false);
}

QList<CellEditor::Choice> CellEditor::fixedChoices() const
{
    QList<Choice> choices;
    const model::Type &type = m_cell.column.type;
    QStringList words = type.name == model::TypeName::Enum ? type.values : QStringList();
    if (type.name == model::TypeName::Boolean)
        words = QStringList{u"true"_s, u"false"_s};
    for (const QString &word : words) {
        if (const auto value = model::parseInput(word, m_cell.column, *m_cell.dialect))
            choices.append({*value, word, {}});
    }
    if (!choices.isEmpty() && m_cell.column.isNullable() && !m_cell.column.primaryKey)
        choices.append({Value(), u"NULL"_s, {}});
    if (m_isTouched)
        choices.removeIf(
            [&](const Choice &each) { return !each.label.startsWith(text(), Qt::CaseInsensitive); });
    return choices;
}

Result<Value> CellEditor::value() const
{
    if (m_picked)
        return *m_picked;
    const QString typed = text();
    const bool isKey = isSearched() && typed.startsWith(u'#');
    auto value = model::parseInput(isKey ? typed.mid(1) : typed, m_cell.column, *m_cell.dialect);
    if (value || !isSearched() || isNothing(typed))
        return value;
    return m_typing.isActive() || m_choices.isEmpty()
        ? model::refusal(tr("no row of this name has been found yet; a key can be typed as #7"))
        : model::refusal(tr("pick one of the rows, or type a key as #7"));
}

void CellEditor::refuse(const QString &reason)
{
    setProperty("refused", true);
    update();
    static_cast<QLabel *>(m_reason)->setText(reason);
    m_reason->adjustSize();
    m_reason->show();
    m_reason->raise();
    setAccessibleDescription(reason);
    placeReason();
}

void CellEditor::placeReason()
{
    const QWidget *room = parentWidget();
    const bool fitsBelow = geometry().bottom() + 3 + m_reason->height() < room->height();
    const int left = qMax(qMin(x(), room->width() - m_reason->width()), 0);
    m_reason->move(left, fitsBelow ? geometry().bottom() + 3 : qMax(0, y() - 3 - m_reason->height()));
}

void CellEditor::moveEvent(QMoveEvent *event)
{
    QLineEdit::moveEvent(event);
    placeReason();
}

void CellEditor::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    if (m_isTouched || !m_list || m_list->popup()->isVisible())
        return;
    // The editor is placed on its cell first.
    QTimer::singleShot(0, this, [this] {
        if (!m_isTouched)
            isSearched() ? search() : offer(fixedChoices());
    });
}

void CellEditor::offer(const QList<Choice> &choices)
{
    m_choices = choices;
    QStringList words;
    int current = -1;
    // A word that is a value in itself, as `1` and `no` are, means no other choice that begins so.
    const auto meant = isSearched() || isNothing(text()) ? Result<Value>(model::refusal({})) : value();
    for (const Choice &each : choices) {
        if (meant ? each.value == *meant : each.label == text())
            current = int(words.size());
        words.append(each.detail.isEmpty() ? each.label : each.label + u"   "_s + each.detail);
    }
    // What was typed means the first one that was found.
    if (current < 0 && m_isTouched && !isNothing(text()) && !meant && !words.isEmpty())
        current = 0;
    static_cast<QStringListModel *>(m_list->model())->setStringList(words);
    if (words.isEmpty() || (meant && current < 0)) {
        m_list->popup()->hide();
        return;
    }
    m_list->setMaxVisibleItems(10);
    QRect room = rect();
    room.setWidth(qMax(room.width(), 220));
    m_list->complete(room);
    m_list->popup()->setCurrentIndex(m_list->completionModel()->index(current, 0));
}

void CellEditor::pick(int row)
{
    if (row < 0 || row >= m_choices.size())
        return;
    const Choice &choice = m_choices[row];
    m_picked = choice.value;
    m_label = isSearched() ? choice.label : QString();
    m_isTouched = true;
    setText(choice.label);
    Q_EMIT picked();
}

void CellEditor::search()
{
    const auto work = [cell = m_cell, text = m_isTouched ? text() : QString()](
                          Connection &connection) -> Result<QList<Choice>> {
        QList<Choice> found;
        for (const model::Referred &referred : cell.referred) {
            const auto page =
                firstPage(connection, rowsCalled(cell.schema, referred, text, *cell.dialect), mostChoices);
            if (!page) {
                return tl::unexpected(model::explained(page.error(), connection, cell.schema,
                                                       {cell.schema.indexOfModel(referred.model)}));
            }
            for (const model::Row &row : page->rows) {
                const Value &key = row.values[0];
                const QString name = row.labels[0].isNull() ? model::displayText(key, {}) : row.labels[0];
                QString detail = row.labels[0].isNull() ? QString() : shortKey(key);
                if (cell.referred.size() > 1)
                    detail = (referred.model + u' ' + detail).trimmed();
                if (!key.isNull())
                    found.append({key, name.simplified(), detail});
            }
        }
        return found;
    };
    Q_EMIT asked(job(u"data.pick"_s, work, [self = QPointer(this)](const Result<QList<Choice>> &found) {
        if (!self || !self->hasFocus())
            return;
        if (found)
            self->offer(*found);
        else
            self->refuse(found.error().message);
    }));
}

}
