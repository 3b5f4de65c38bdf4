#include "views/data/celldelegate.h"

#include "views/data/celleditor.h"
#include "views/theme/labels.h"
#include "views/theme/paint.h"
#include "views/theme/style.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace views {

namespace {

constexpr int margin = metric::tight;

const RowsModel &rowsOf(const QModelIndex &index)
{
    return *static_cast<const RowsModel *>(index.model());
}

QFont fontOf(const CellFace &face, const QFont &words)
{
    QFont font = words;
    if (face.isChanged)
        font.setWeight(QFont::DemiBold);
    font.setStrikeOut(face.isGone);
    return font;
}

QColor colourOf(const CellFace &face, const Theme &theme, const QColor &ground)
{
    switch (face.kind) {
    case CellFace::Plain: return legible(face.isGone ? theme.muted : theme.text, ground);
    case CellFace::Null:
    case CellFace::Default: return legible(theme.muted, ground);
    case CellFace::Missing: return legible(theme.warning, ground);
    }
    Q_UNREACHABLE();
}

}

CellDelegate::CellDelegate(Spelling spelling, QObject *parent)
    : QStyledItemDelegate(parent), m_spelling(spelling)
{
}

void CellDelegate::setContext(const model::Schema &schema, const model::Dialect *dialect)
{
    m_schema = schema;
    m_dialect = dialect;
}

CellDelegate::Words CellDelegate::wordsOf(const CellFace &face, const QModelIndex &index) const
{
    Words words{face.text, face.key};
    // Line breaks and the like would be drawn as boxes.
    for (QChar &c : words.text) {
        if (c.category() == QChar::Other_Control)
            c = u'␣';
    }
    if (m_spelling == Spelling::Named && index.column() > 0) {
        words.text = rowsOf(index).source().columns[index.column()].attribute + u": "_s + words.text;
        if (!words.key.isEmpty())
            words.text += u' ' + words.key;
        words.key.clear();
    }
    return words;
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const Theme &theme = themeOf(option.palette);
    const CellFace face = rowsOf(index).face(index.row(), index.column());
    const Words words = wordsOf(face, index);
    const QColor ground = option.state & QStyle::State_Selected ? theme.accentWash : theme.panel;
    const bool isJoinValue = m_spelling == Spelling::Named && index.column() > 0;
    painter->save();
    painter->setClipRect(option.rect);
    if (m_spelling == Spelling::Values)
        paint::horizontalLine(painter, option.rect, option.rect.bottom(), theme.hairline);
    const bool isRight = m_spelling == Spelling::Values && rowsOf(index).isNumeric(index.column());
    QRect room = option.rect.adjusted(margin, 0, isRight ? -margin - metric::near : -margin, 0);
    const QFont font = fontOf(face, isJoinValue ? fixedFont() : option.font);
    const QFontMetrics metrics(font);
    const QFont keyFont = fixedFont();
    const QFontMetrics keyMetrics(keyFont);
    int keyWidth = words.key.isEmpty() ? 0 : keyMetrics.horizontalAdvance(words.key) + metric::near - 2;
    // In a narrow list the beginning of a long key tells less than the whole name.
    if (m_spelling == Spelling::Named && words.key.endsWith(u'…')
        && metrics.horizontalAdvance(words.text.left(500)) + keyWidth > room.width())
        keyWidth = 0;
    // The name gives way before the key does, as far as half of the room.
    const int most = qMax(room.width() - keyWidth, room.width() / 2);
    const QString text = metrics.elidedText(words.text.left(500), Qt::ElideRight, most);
    painter->setFont(font);
    painter->setPen(rowsOf(index).isStale()                           ? legible(theme.muted, ground)
                        : isJoinValue && face.kind == CellFace::Plain ? legible(theme.through, ground)
                                                                      : colourOf(face, theme, ground));
    painter->drawText(
        room, (isRight ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter | Qt::TextSingleLine, text);
    if (keyWidth > 0) {
        room.setLeft(room.left() + metrics.horizontalAdvance(text) + metric::near - 2);
        painter->setFont(keyFont);
        painter->setPen(legible(theme.muted, ground));
        painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          keyMetrics.elidedText(words.key, Qt::ElideRight, room.width()));
    }
    if (option.state & QStyle::State_HasFocus) {
        paint::roundedBox(painter, QRectF(option.rect).adjusted(1, 1, -1, -2), Qt::transparent, theme.accent,
                          4);
    }
    painter->restore();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const CellFace face = rowsOf(index).face(index.row(), index.column());
    const Words words = wordsOf(face, index);
    const bool isJoinValue = m_spelling == Spelling::Named && index.column() > 0;
    const QFont font = fontOf(face, isJoinValue ? fixedFont() : option.font);
    const int key =
        words.key.isEmpty() ? 0 : QFontMetrics(fixedFont()).horizontalAdvance(words.key) + metric::near;
    return QSize(QFontMetrics(font).horizontalAdvance(words.text.left(500)) + key + 2 * margin
                     + metric::apart,
                 metric::listRow);
}

QWidget *CellDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                    const QModelIndex &index) const
{
    const RowsModel &rows = rowsOf(index);
    const model::Column *column = rows.column(index.column());
    if (!column || !m_dialect)
        return nullptr;
    auto *editor = new CellEditor(
        {*column, rows.source().columns[index.column()].referred, m_dialect, m_schema}, parent);
    editor->setAccessibleName(column->attribute);
    if (m_spelling == Spelling::Values && rows.isNumeric(index.column()))
        editor->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    connect(editor, &CellEditor::asked, this, &CellDelegate::asked);
    connect(editor, &CellEditor::picked, this, [this, editor] {
        auto *self = const_cast<CellDelegate *>(this);
        Q_EMIT self->commitData(editor);
        Q_EMIT self->closeEditor(editor);
    });
    return editor;
}

void CellDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *field = static_cast<CellEditor *>(editor);
    if (field->isTouched())
        return;
    const RowsModel &rows = rowsOf(index);
    const CellFace face = rows.face(index.row(), index.column());
    field->showValue(rows.value(index.row(), index.column()), face.key.isEmpty() ? QString() : face.text);
}

void CellDelegate::setModelData(QWidget *editor, QAbstractItemModel *, const QModelIndex &index) const
{
    const auto *field = static_cast<CellEditor *>(editor);
    if (!field->isTouched())
        return;
    const auto value = field->value();
    if (!value)
        Q_EMIT refused(tr("“%1” was not taken: %2").arg(field->text().left(60), value.error().message));
    else
        Q_EMIT taken(index, *value, field->label());
}

void CellDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                        const QModelIndex &index) const
{
    QRect room = option.rect;
    if (room.width() < leastWidth && rowsOf(index).column(index.column())) {
        room.setWidth(leastWidth);
        if (const QWidget *viewport = editor->parentWidget(); room.right() > viewport->width())
            room.moveRight(qMax(viewport->width() - 1, leastWidth));
    }
    editor->setGeometry(room);
}

bool CellDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                             const QModelIndex &index)
{
    if (m_spelling == Spelling::Values || event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QStringList lines;
    for (int column = 0; column < rowsOf(index).columnCount(); ++column) {
        const QModelIndex cell = index.siblingAtColumn(column);
        const Words words = wordsOf(rowsOf(index).face(index.row(), column), cell);
        lines.append(words.key.isEmpty() ? words.text : words.text + u' ' + words.key);
    }
    QToolTip::showText(event->globalPos(), lines.join(u'\n'), view);
    return true;
}

bool CellDelegate::eventFilter(QObject *watched, QEvent *event)
{
    auto *field = qobject_cast<CellEditor *>(watched);
    if (field && event->type() == QEvent::KeyPress && field->isTouched()) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Tab:
        case Qt::Key_Backtab:
            if (const auto value = field->value(); !value) {
                field->refuse(value.error().message);
                return true;
            }
            break;
        default: break;
        }
    }
    return QStyledItemDelegate::eventFilter(watched, event);
}

}
