#pragma once

#include "model/schema/schema.h"

#include <QAbstractTableModel>

namespace views {

/// The attributes of a model as a grid: those that are declared, an empty one to type the next into, and
/// those that Sequelize adds.
class AttributeRows : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, TypeColumn, PrimaryKey, NotNull, Unique, AutoIncrement, Default, columns };

    using QAbstractTableModel::QAbstractTableModel;

    void show(const model::Project &project, const model::Schema &schema, model::ModelId model);
    /// The declared attribute of a row; null for the others.
    model::AttributeId attributeAt(int row) const;
    int rowOf(model::AttributeId attribute) const;
    /// The row into which the next attribute is typed.
    int nextRow() const { return int(m_declared.size()); }
    const model::Project &project() const { return m_project; }
    model::ModelId model() const { return m_model; }
    /// Tells what an edit makes of the project and shows it at once, or says why it is refused.
    bool apply(const model::Result<model::Project> &next, const QString &what);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void edited(const model::Project &next, const QString &what);
    void refused(const QString &reason);
    /// The rows are those of a project that was shown.
    void shown();

private:
    QVariant text(const QModelIndex &index) const;
    bool isChecked(int row, int column) const;
    QString reason(int row) const;
    const model::Column *columnAt(int row) const;
    bool isDeclared(int row) const { return row < m_declared.size(); }
    bool add(const QString &line);
    void showDeclared(const QList<model::Attribute> &declared, const QList<model::Column> &made);
    void showAdded(const QList<model::Column> &added);

    model::Project m_project;
    model::Schema m_schema;
    model::ModelId m_model;
    QList<model::Attribute> m_declared;
    QList<model::Column> m_columns; ///< of the declared attributes, in their order
    QList<model::Column> m_added; ///< by Sequelize
};

}
