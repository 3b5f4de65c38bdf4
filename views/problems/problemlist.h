#pragma once

#include "model/check/groups.h"
#include "model/schema/schema.h"

#include <QAbstractItemModel>

namespace views {

/// Problems as rows, errors first, with a row above each severity that says how many there are. Problems of
/// one code and severity are one row that unfolds. What the project ignores stands at the end.
class ProblemList : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Message, Place, Code, Fix, columns };

    using QAbstractItemModel::QAbstractItemModel;

    /// Those that are ignored among them count for the rows at the end.
    void show(const model::Project &project, const model::Schema &schema,
              const QList<model::Problem> &problems);
    /// nullptr for the rows between and above the problems.
    const model::Problem *problemAt(const QModelIndex &index) const;
    /// The problems of a group; of any other row none.
    QList<model::Problem> groupAt(const QModelIndex &index) const;
    /// nullptr where the row is not about what is ignored.
    const model::Ignored *ignoredAt(const QModelIndex &index) const;
    /// The problem after this row, from the start behind the last; invalid where there is none.
    QModelIndex problemAfter(const QModelIndex &index) const;
    /// The problem of the same code and place; invalid where it is gone.
    QModelIndex indexOf(model::Code code, const model::Place &place) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    /// A title, one problem, a group of several, or an entry of what is ignored with the problems that it
    /// hides.
    struct Row
    {
        QString title;
        QList<int> problems;
        int ignored = -1;

        bool isTitle() const { return !title.isNull(); }
        bool isGroup() const { return ignored < 0 && problems.size() > 1; }
    };

    const Row *rowAt(const QModelIndex &index) const;
    void addIgnored();
    QList<QModelIndex> leaves() const;
    /// Without the option, as long as there is anything else to say.
    QString shortPlace(const model::Place &place) const;
    QVariant titleData(const Row &row, int column, int role) const;
    QVariant problemData(const model::Problem &problem, int column, int role) const;
    QVariant groupData(const Row &row, int column, int role) const;
    QVariant ignoredData(const Row &row, int column, int role) const;

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
