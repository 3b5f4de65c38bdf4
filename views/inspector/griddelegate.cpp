#include "views/inspector/griddelegate.h"

#include "model/project/type.h"
#include "views/inspector/attributerows.h"
#include "views/theme/labels.h"
#include "views/theme/paint.h"

#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

void GridDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const QVariant check = index.data(Qt::CheckStateRole);
    if (!check.isValid()) {
        QStyleOptionViewItem cell = option;
        cell.decorationSize = QSize(12, 12);
        QStyledItemDelegate::paint(painter, cell, index);
    } else {
        QStyleOptionViewItem box = option;
        box.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &box, painter, box.widget);
        const bool isOn = check.toInt() == Qt::Checked;
        if (!(index.flags() & Qt::ItemIsUserCheckable))
            box.state &= ~QStyle::State_Enabled;
        box.state &= ~(QStyle::State_HasFocus | QStyle::State_On | QStyle::State_Off);
        box.state |= isOn ? QStyle::State_On : QStyle::State_Off;
        // What is not set and cannot be set is nothing to look at.
        if (isOn || box.state & QStyle::State_Enabled)
            paint::checkBox(painter, &box, option.rect);
    }
    if (option.state & QStyle::State_HasFocus)
        paint::roundedBox(painter, option.rect.adjusted(0, 1, 0, -1), {}, themeOf(option.palette).accent, 4,
                          1.5);
}

QWidget *GridDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                    const QModelIndex &index) const
{
    auto *editor = new QLineEdit(parent);
    editor->setFrame(false);
    editor->setAccessibleName(
        index.model()->headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString());
    if (index.column() != AttributeRows::Name)
        editor->setFont(smallFont(fixedFont()));
    QStringList words;
    if (index.column() == AttributeRows::TypeColumn)
        words = model::typeWords();
    else if (index.column() == AttributeRows::Default)
        words = {u"NOW"_s, u"UUIDV4"_s, u"UUIDV1"_s, u"true"_s, u"false"_s, u"null"_s};
    if (!words.isEmpty()) {
        auto *completer = new QCompleter(words, editor);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        completer->setCompletionMode(QCompleter::InlineCompletion);
        editor->setCompleter(completer);
    }
    return editor;
}

void GridDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    // What is being typed, or is marked to be typed over, stays so whatever is shown meanwhile.
    const auto *line = static_cast<QLineEdit *>(editor);
    if (!line->isModified() && line->text() != index.data(Qt::EditRole).toString())
        QStyledItemDelegate::setEditorData(editor, index);
}

void GridDelegate::setModelData(QWidget *editor, QAbstractItemModel *rows, const QModelIndex &index) const
{
    const bool isTaken = rows->setData(index, static_cast<QLineEdit *>(editor)->text());
    editor->setProperty("refused", !isTaken);
    editor->update();
}

void GridDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                        const QModelIndex &index) const
{
    QStyledItemDelegate::updateEditorGeometry(editor, option, index);
    // A narrow cell is no place to type in.
    constexpr int least = 140;
    QRect room = editor->geometry();
    room.setWidth(std::max(room.width(), least));
    room.moveRight(std::min(room.right(), editor->parentWidget()->width() - 1));
    editor->setGeometry(room);
}

bool GridDelegate::eventFilter(QObject *watched, QEvent *event)
{
    auto *editor = qobject_cast<QLineEdit *>(watched);
    if (!editor || event->type() != QEvent::KeyPress)
        return QStyledItemDelegate::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (!isEnter && key != Qt::Key_Tab && key != Qt::Key_Backtab)
        return QStyledItemDelegate::eventFilter(watched, event);
    const bool isEmpty = editor->text().trimmed().isEmpty();
    Q_EMIT commitData(editor);
    // What is refused stays to be mended.
    if (editor->property("refused").toBool())
        return true;
    Q_EMIT closeEditor(editor, NoHint);
    if (!isEnter)
        Q_EMIT tabbed(key == Qt::Key_Tab ? 1 : -1);
    else if (!isEmpty)
        Q_EMIT entered();
    return true;
}

bool GridDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                               const QModelIndex &index)
{
    if (!(index.flags() & Qt::ItemIsUserCheckable))
        return QStyledItemDelegate::editorEvent(event, model, option, index);
    bool isToggled = false;
    if (event->type() == QEvent::MouseButtonRelease)
        isToggled = static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton;
    else if (event->type() == QEvent::KeyPress)
        isToggled = static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space;
    if (!isToggled)
        return false;
    const bool isOn = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    return model->setData(index, isOn ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

}
