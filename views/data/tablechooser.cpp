#include "views/data/tablechooser.h"

#include "views/theme/icons.h"
#include "views/theme/labels.h"
#include "views/theme/paint.h"
#include "views/theme/style.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyleOptionButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

namespace {

constexpr int width = 260;
constexpr int pinWidth = 26;
constexpr int mostRows = 12;
constexpr int tableRole = Qt::UserRole;

/// A list under the button, with a field that filters it.
class ChooserPopup : public QFrame
{
public:
    explicit ChooserPopup(QWidget *parent) : QFrame(parent, Qt::Popup)
    {
        setAttribute(Qt::WA_DeleteOnClose);
        setFrameShape(QFrame::StyledPanel);
        setAutoFillBackground(true);
        setBackgroundRole(QPalette::Base);
        field = new QLineEdit;
        field->setPlaceholderText(TableChooser::tr("Filter"));
        field->setAccessibleName(TableChooser::tr("Filter the tables"));
        list = new QListWidget;
        list->setAccessibleName(TableChooser::tr("Tables"));
        list->setFrameShape(QFrame::NoFrame);
        list->setFocusPolicy(Qt::NoFocus);
        list->setMouseTracking(true);
        auto *layout = new QVBoxLayout(this);
        layout->setContentsMargins(metric::near, metric::near, metric::near, metric::near);
        layout->setSpacing(metric::tight);
        layout->addWidget(field);
        layout->addWidget(list);
        field->installEventFilter(this);
        setFocusProxy(field);
    }

    QLineEdit *field;
    QListWidget *list;
    std::function<void()> taken;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::KeyPress)
            return QFrame::eventFilter(watched, event);
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Up: step(-1); return true;
        case Qt::Key_Down: step(1); return true;
        case Qt::Key_Return:
        case Qt::Key_Enter: taken(); return true;
        default: return QFrame::eventFilter(watched, event);
        }
    }

private:
    void step(int by)
    {
        for (int row = list->currentRow() + by; row >= 0 && row < list->count(); row += by) {
            if (list->item(row)->flags() & Qt::ItemIsSelectable)
                return list->setCurrentRow(row);
        }
    }
};

QString iconOf(const model::Schema &schema, int table)
{
    return isThrough(schema, table) ? u"through"_s : u"model"_s;
}

}

bool isThrough(const model::Schema &schema, int table)
{
    return std::any_of(schema.edges.begin(), schema.edges.end(),
                       [&](const model::Edge &edge) { return edge.isManyToMany && edge.through == table; });
}

TableChooser::TableChooser(QWidget *parent) : QPushButton(parent), m_pin(new QToolButton(this))
{
    m_pin->setObjectName(u"pin"_s);
    m_pin->setCheckable(true);
    m_pin->setAutoRaise(true);
    m_pin->setIcon(views::icon(u"pin"_s, Tone::Muted));
    m_pin->setAccessibleName(tr("Stay with this table"));
    m_pin->setToolTip(tr("Stay with this table when another model is selected"));
    m_pin->setFocusPolicy(Qt::TabFocus);
    setAccessibleName(tr("Table"));
    setToolTip(tr("The table whose rows are shown"));
    connect(this, &QPushButton::clicked, this, &TableChooser::open);
}

void TableChooser::setSchema(const model::Schema &schema)
{
    m_schema = schema;
}

void TableChooser::setCurrent(int table)
{
    const bool isThere = table >= 0 && table < m_schema.tables.size();
    m_current = isThere ? table : -1;
    setText(isThere ? m_schema.tables[table].model : QString());
    setIcon(isThere ? views::icon(iconOf(m_schema, table),
                                  isThrough(m_schema, table) ? Tone::Through : Tone::Muted)
                    : QIcon());
    setAccessibleDescription(text());
    setVisible(isThere);
    updateGeometry();
}

bool TableChooser::isPinned() const
{
    return m_pin->isChecked();
}

void TableChooser::setPinned(bool isPinned)
{
    m_pin->setChecked(isPinned);
}

void TableChooser::resizeEvent(QResizeEvent *event)
{
    QPushButton::resizeEvent(event);
    m_pin->setGeometry(QPushButton::width() - pinWidth - 2, 3, pinWidth - 1, height() - 6);
}

void TableChooser::setVisible(bool isVisible)
{
    QPushButton::setVisible(isVisible && m_current >= 0);
}

QSize TableChooser::sizeHint() const
{
    const int words = qMin(fontMetrics().horizontalAdvance(text()), 240);
    return {words + 2 * metric::apart + metric::iconSize + metric::near + 18 + pinWidth,
            metric::controlHeight};
}

void TableChooser::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    option.icon = {};
    style()->drawControl(QStyle::CE_PushButton, &option, &painter, this);
    const Theme &theme = themeOf(palette());
    const QRect mark(metric::apart, (height() - metric::iconSize) / 2, metric::iconSize, metric::iconSize);
    icon().paint(&painter, mark);
    const QRect words = rect().adjusted(mark.right() + metric::near, 0, -metric::apart - 16 - pinWidth, 0);
    painter.setPen(theme.text);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
    const int edge = width() - pinWidth - metric::tight;
    paintIcon(&painter, u"chevron-down"_s, QRect(edge - 17, (height() - 14) / 2, 14, 14), theme.muted);
    paint::verticalLine(&painter, rect().adjusted(0, 5, 0, -5), edge, theme.hairline);
}

void TableChooser::open()
{
    auto *popup = new ChooserPopup(this);
    popup->setObjectName(u"tables"_s);
    const auto fill = [this, popup](const QString &filter) {
        popup->list->clear();
        for (const bool wantsThroughs : {false, true}) {
            bool isFirst = true;
            for (int i = 0; i < m_schema.tables.size(); ++i) {
                const QString &name = m_schema.tables[i].model;
                if (isThrough(m_schema, i) != wantsThroughs || !name.contains(filter, Qt::CaseInsensitive))
                    continue;
                if (isFirst) {
                    auto *title = new QListWidgetItem(wantsThroughs ? tr("THROUGH") : tr("MODELS"));
                    title->setFlags(Qt::NoItemFlags);
                    title->setFont(smallFont(font()));
                    popup->list->addItem(title);
                }
                isFirst = false;
                auto *item = new QListWidgetItem(
                    views::icon(iconOf(m_schema, i), wantsThroughs ? Tone::Through : Tone::Muted), name);
                item->setData(tableRole, i);
                popup->list->addItem(item);
                if (filter.isEmpty() ? i == m_current : popup->list->currentRow() < 0)
                    popup->list->setCurrentItem(item);
            }
        }
    };
    const auto take = [this, popup] {
        const QListWidgetItem *item = popup->list->currentItem();
        if (!item || !(item->flags() & Qt::ItemIsSelectable))
            return;
        const int table = item->data(tableRole).toInt();
        popup->close();
        Q_EMIT picked(table);
    };
    popup->taken = take;
    connect(popup->field, &QLineEdit::textChanged, popup, fill);
    connect(popup->list, &QListWidget::itemClicked, popup, take);
    fill({});
    const int rows = qMin(popup->list->count(), mostRows);
    popup->list->setFixedHeight(rows * (metric::listRow + 2) + 4);
    popup->setFixedWidth(views::width);
    popup->adjustSize();
    popup->move(mapToGlobal(QPoint(QPushButton::width() - views::width, height() + 2)));
    popup->show();
    popup->field->setFocus();
}

}
