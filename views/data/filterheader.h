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
    void updateGeometries() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeFields();
    void placeFields();

    QList<QLineEdit *> m_fields;
    QTimer m_typing;
};

}
