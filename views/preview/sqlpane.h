#pragma once

#include "model/sql/dialect.h"

#include <QWidget>

class QComboBox;

namespace views {

class SqlText;

/// The statement of a query in the dialect that is chosen, laid out for reading.
class SqlPane : public QWidget
{
    Q_OBJECT

public:
    explicit SqlPane(QWidget *parent = nullptr);

    const model::Dialect &dialect() const;
    void setDialect(const model::Dialect &dialect);
    /// Shows a statement of the chosen dialect.
    void show(const QString &sql);
    using QWidget::show;
    void setStale(bool isStale);
    QString text() const;

Q_SIGNALS:
    void dialectChosen(const model::Dialect *dialect);

private:
    QComboBox *m_dialect = nullptr;
    SqlText *m_text = nullptr;
};

}
