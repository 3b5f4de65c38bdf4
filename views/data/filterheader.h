#pragma once

#include <QHeaderView>
#include <QTimer>

class QLineEdit;

namespace views {

/// The heads of columns with a filter field under each.
class FilterHeader : public QHeaderView
{
    Q_OBJECT

public:
    static constexpr int fieldRow = 30; ///< the height of the row of fields

    explicit FilterHeader(QWidget *parent);

    /// What the fields hold, one for each column.
    QStringList filters() const;
    void setFilters(const QStringList &filters);
    /// What a field takes: in a few words in the field itself, and in full.
    struct Hint
    {
        QString words;
        QString tip;
    };
    void setHints(const QList<Hint> &hints);
    /// Marks the field of a column, with the reason; -1 marks none.
    void refuse(int column, const QString &reason);
    QLineEdit *field(int column) const { return m_fields.value(column); }

    QSize sizeHint() const override;

Q_SIGNALS:
    /// A field has been left alone for a moment, or Enter was pressed in it.
    void filtered();
    /// The rows are to have the keyboard.
    void left();

protected:
    bool event(QEvent *event) override;
    void updateGeometries() override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    /// A key that a field has no use for is no command to the rows.
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeFields();
    void placeFields();

    QList<QLineEdit *> m_fields;
    QList<Hint> m_hints;
    QTimer m_typing;
};

}
