#include "views/palette/palette.h"

#include "views/palette/match.h"
#include "views/theme/dropshadow.h"
#include "views/theme/icons.h"
#include "views/theme/labels.h"
#include "views/theme/style.h"
#include "views/theme/theme.h"

#include <QAbstractListModel>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

namespace {

constexpr int widest = 560;
constexpr int mostShown = 200;
constexpr int rowsInSight = 11;

enum Role { DetailRole = Qt::UserRole };

/// A row: icon, title, and the detail at the right.
class RowDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {0, metric::listRow + 4};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = themeOf(option.palette);
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, theme.accentWash);
        QRect row = option.rect.adjusted(metric::apart, 0, -metric::apart, 0);
        const QRect mark(row.left(), row.center().y() - metric::iconSize / 2 + 1, metric::iconSize,
                         metric::iconSize);
        index.data(Qt::DecorationRole).value<QIcon>().paint(painter, mark);
        row.setLeft(mark.right() + metric::near);
        const QString detail = index.data(DetailRole).toString();
        const int detailWidth = option.fontMetrics.horizontalAdvance(detail);
        painter->setPen(
            legible(theme.muted, option.state & QStyle::State_Selected ? theme.accentWash : theme.panel));
        painter->drawText(row, Qt::AlignRight | Qt::AlignVCenter, detail);
        row.setRight(row.right() - detailWidth - metric::apart);
        painter->setPen(theme.text);
        const QString title =
            option.fontMetrics.elidedText(index.data().toString(), Qt::ElideMiddle, row.width());
        painter->drawText(row, Qt::AlignLeft | Qt::AlignVCenter, title);
    }
};

}

/// The entries that answer to what is typed, best first.
class Palette::Entries : public QAbstractListModel
{
public:
    using QAbstractListModel::QAbstractListModel;

    void set(const QList<PaletteEntry> &all)
    {
        m_all = all;
        filter({});
    }

    void filter(const QString &typed)
    {
        QList<std::pair<int, int>> found; // score, position
        for (int i = 0; i < m_all.size(); ++i) {
            if (const int score = typed.isEmpty() ? 0 : matchScore(m_all[i].title, typed);
                score >= 0 || typed.isEmpty())
                found.append({score, i});
        }
        std::stable_sort(found.begin(), found.end(), [](auto a, auto b) { return a.first > b.first; });
        beginResetModel();
        m_shown.clear();
        for (const auto &[score, position] : found.first(std::min<qsizetype>(found.size(), mostShown)))
            m_shown.append(position);
        endResetModel();
    }

    const PaletteEntry &at(int row) const { return m_all[m_shown[row]]; }
    int rowCount(const QModelIndex & = {}) const override { return int(m_shown.size()); }

    QVariant data(const QModelIndex &index, int role) const override
    {
        const PaletteEntry &entry = at(index.row());
        switch (role) {
        case Qt::DisplayRole: return entry.title;
        case Qt::DecorationRole: return entry.icon;
        case DetailRole: return entry.detail;
        case Qt::AccessibleTextRole: return QString(entry.title + u", "_s + entry.detail);
        default: return {};
        }
    }

private:
    QList<PaletteEntry> m_all;
    QList<int> m_shown;
};

Palette::Palette(QWidget *window)
    : QFrame(window), m_field(new QLineEdit), m_list(new QListView),
      m_nothing(new MutedLabel(tr("No command, model or query has these letters."))),
      m_entries(new Entries(this))
{
    setObjectName(u"palette"_s);
    DropShadow::give(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metric::near, metric::near, metric::near, metric::near);
    layout->setSpacing(metric::near);
    layout->addWidget(m_field);
    layout->addWidget(m_list);
    layout->addWidget(m_nothing);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_field->setPlaceholderText(tr("Search or run a command"));
    m_field->setAccessibleName(tr("Search or run a command"));
    m_field->addAction(icon(u"search"_s, Tone::Muted), QLineEdit::LeadingPosition);
    m_field->installEventFilter(this);
    m_list->setModel(m_entries);
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    connect(m_field, &QLineEdit::textEdited, this, &Palette::filter);
    connect(m_list, &QListView::clicked, this, &Palette::runCurrent);
    hide();
}

void Palette::open(const QList<PaletteEntry> &entries)
{
    m_entries->set(entries);
    m_field->clear();
    filter({});
    show();
    raise();
    m_field->setFocus(Qt::PopupFocusReason);
}

void Palette::place()
{
    const int rows = std::clamp(m_entries->rowCount(), 1, rowsInSight);
    const int height = m_field->sizeHint().height() + 3 * metric::near + rows * (metric::listRow + 4);
    const QWidget *window = parentWidget();
    const int wide = std::min(widest, window->width() - 2 * metric::far);
    setGeometry((window->width() - wide) / 2, 64, wide, std::min(height, window->height() - 80));
}

void Palette::filter(const QString &typed)
{
    m_entries->filter(typed);
    const bool isFound = m_entries->rowCount() > 0;
    m_list->setVisible(isFound);
    m_nothing->setVisible(!isFound);
    m_list->setCurrentIndex(m_entries->index(0));
    place();
}

void Palette::runCurrent()
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid())
        return;
    const auto run = m_entries->at(current.row()).run;
    hide();
    if (run)
        run();
}

bool Palette::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut) {
        hide();
    } else if (event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        switch (key->key()) {
        case Qt::Key_Escape:
            hide();
            parentWidget()->setFocus();
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter: runCurrent(); return true;
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown: QCoreApplication::sendEvent(m_list, event); return true;
        default: break;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void Palette::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), theme.panel);
    painter.setPen(theme.isDark() ? theme.faint : theme.muted);
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
}

}
