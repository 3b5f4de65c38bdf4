#pragma once

#include "views/data/rowsmodel.h"
#include "views/job.h"

#include <QStyledItemDelegate>

namespace views {

/// Paints the cells of a RowsModel and opens editors on them.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum class Spelling : quint8 {
        Values, ///< a grid under heads
        Named, ///< a list without heads: "status: done"
    };

    /// A narrower cell is no place to type in.
    static constexpr int leastWidth = 140;

    CellDelegate(Spelling spelling, QObject *parent);

    void setContext(const model::Schema &schema, const model::Dialect *dialect);
    Spelling spelling() const { return m_spelling; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *rows, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    /// In a list all of the row is told, as its columns may be hidden.
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

Q_SIGNALS:
    void asked(const views::Job &job) const;
    /// What was typed into a cell, or picked there with what the row is called that it leads to.
    void taken(const QModelIndex &index, const model::Value &value, const QString &label) const;
    void refused(const QString &reason) const;

private:
    struct Words
    {
        QString text;
        QString key;
    };
    Words wordsOf(const CellFace &face, const QModelIndex &index) const;

    const Spelling m_spelling;
    model::Schema m_schema;
    const model::Dialect *m_dialect = nullptr;
};

}
