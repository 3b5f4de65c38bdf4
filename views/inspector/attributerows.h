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

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void edited(const model::Project &next, const QString &what);
    void refused(const QString &reason);

private:
    QVariant text(const QModelIndex &index) const;
    bool isChecked(int row, int column) const;
    QString reason(int row) const;
    const model::Column *columnAt(int row) const;
    bool isDeclared(int row) const { return row < m_declared.size(); }
    bool add(const QString &name);

    model::Project m_project;
    model::Schema m_schema;
    model::ModelId m_model;
    QList<model::Attribute> m_declared;
    QList<model::Column> m_columns; ///< of the declared attributes, in their order
    QList<model::Column> m_added; ///< by Sequelize
};

/// Reads lines of `name type`, as they are pasted: an attribute for each.
model::Result<QList<model::Attribute>> attributesOf(const QString &lines);

}
