#pragma once

#include "model/schema/schema.h"

#include <QAbstractTableModel>

namespace views {

/// Problems as rows, errors first, with a row above each severity that says how many there are.
class ProblemList : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Message, Place, Code, Fix, columns };

    using QAbstractTableModel::QAbstractTableModel;

    void show(const model::Project &project, const model::Schema &schema,
              const QList<model::Problem> &problems);
    /// nullptr for the rows between the problems.
    const model::Problem *problemAt(int row) const;
    /// The row of the problem after this one, from the start behind the last; -1 where there is none.
    int rowAfter(int row) const;
    /// The row of the problem of the same code and place; -1 where it is gone.
    int rowOf(const QString &code, const model::Place &place) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    /// A title, or a problem by its position.
    struct Row
    {
        QString title;
        int problem = -1;
    };

    QVariant titleData(const Row &row, int column, int role) const;

    model::Project m_project;
    model::Schema m_schema;
    QList<model::Problem> m_problems;
    QList<Row> m_rows;
};

/// "User.userSecondId · sourceKey": where a problem is, in the user's words.
QString placeText(const model::Project &project, const model::Schema &schema, const model::Place &place);
/// "SQLite, PostgreSQL"; empty for all dialects.
QString dialectText(model::DialectSet dialects);

}
