#pragma once

#include "model/schema/schema.h"
#include "views/data/rowsmodel.h"
#include "views/job.h"

#include <QLineEdit>
#include <QTimer>

class QCompleter;

namespace views {

/// What a cell is edited with: a field that says what it does not take, with a list under it where the values
/// are known or rows can be looked for.
class CellEditor : public QLineEdit
{
    Q_OBJECT

public:
    /// What the column is, and which rows its values lead to.
    struct Cell
    {
        model::Column column;
        QList<model::Referred> referred;
        const model::Dialect *dialect = nullptr;
        model::Schema schema;
    };

    CellEditor(const Cell &cell, QWidget *parent);

    void showValue(const model::Value &value, const QString &label);
    /// What was typed, or picked from the list; a refusal says what was expected.
    model::Result<model::Value> value() const;
    /// Of the row that was picked.
    const QString &label() const { return m_label; }
    /// Has anything been typed or picked?
    bool isTouched() const { return m_isTouched; }
    /// Says beside the cell why it does not take what was typed.
    void refuse(const QString &reason);

Q_SIGNALS:
    void asked(const views::Job &job);
    /// A choice was picked, which ends the editing.
    void picked();

protected:
    void focusInEvent(QFocusEvent *event) override;
    void moveEvent(QMoveEvent *event) override;

private:
    struct Choice
    {
        model::Value value;
        QString label;
        QString detail;
    };

    bool isSearched() const { return !m_cell.referred.isEmpty(); }
    QList<Choice> fixedChoices() const;
    void offer(const QList<Choice> &choices);
    void pick(int row);
    void search();
    void placeReason();

    Cell m_cell;
    QCompleter *m_list = nullptr;
    QList<Choice> m_choices;
    QTimer m_typing;
    std::optional<model::Value> m_picked;
    QString m_label;
    bool m_isTouched = false;
    QWidget *m_reason = nullptr;
};

/// The rows that a key can lead to, called by a text.
model::RowSource rowsCalled(const model::Schema &schema, const model::Referred &referred, const QString &text,
                            const model::Dialect &dialect);

}
