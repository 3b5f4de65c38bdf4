#pragma once

#include "model/schema/schema.h"

#include <QAbstractListModel>

namespace views {

/// One line of the explorer.
struct ExplorerRow
{
    enum class Kind : quint8 { Title, Model, Through, Query };

    Kind kind = Kind::Title;
    QString name;
    QString detail; ///< at the right: how many attributes, or the two ends
    model::ModelId model; ///< of a through too, where a model declares it
    QList<model::AssociationId> associations; ///< a through's edges, each by its first call
    model::QueryId query;

    bool operator==(const ExplorerRow &) const = default;
};

/// The models, throughs and saved queries whose names hold the filter, each group below its title.
class ExplorerList : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { DetailRole = Qt::UserRole, TitleRole, CurrentRole };

    using QAbstractListModel::QAbstractListModel;

    void show(const model::Project &project, const model::Schema &schema);
    void setFilter(const QString &filter);
    /// The query that is run.
    void setQuery(model::QueryId query);
    model::QueryId query() const { return m_query; }
    const QList<ExplorerRow> &rows() const { return m_rows; }
    bool isFiltered() const { return !m_filter.isEmpty(); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    /// A new name: emits renamed() and changes nothing.
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void renamed(int row, const QString &name);

private:
    void refresh();

    QList<ExplorerRow> m_all;
    QList<ExplorerRow> m_rows;
    QString m_filter;
    model::QueryId m_query;
};

/// All lines, titles too.
QList<ExplorerRow> explorerRows(const model::Project &project, const model::Schema &schema);

}
