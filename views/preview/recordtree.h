#pragma once

#include "model/rows/value.h"
#include "model/sql/dialect.h"
#include "views/preview/phrases.h"
#include "views/preview/records.h"

#include <QAbstractItemModel>

namespace views {

/// Nested records as a tree: records, below them their fields and includes. Rows are made when they are asked
/// for, of long lists some thousands at a time, so that the number of records costs nothing.
class RecordTree : public QAbstractItemModel
{
    Q_OBJECT

public:
    explicit RecordTree(QObject *parent = nullptr);
    ~RecordTree() override;

    void show(std::shared_ptr<const Records> records);

    /// Which row of which model a record is; nothing for what is no record, or has not all of its key.
    struct Picked
    {
        QString model;
        model::Values key;
    };
    std::optional<Picked> recordAt(const QModelIndex &index, const model::Dialect &dialect) const;
    /// The same for a row before and after the query has run anew: "7/Tasks/a41f…".
    QString pathOf(const QModelIndex &index) const;
    QModelIndex indexOf(const QString &path) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Node;

    Node *nodeOf(const QModelIndex &index) const;
    void open(Node &node) const;
    void addRecords(Node &list) const;
    void openRecord(Node &node) const;
    Phrases phrasesOf(const Node &node) const;
    Phrases recordPhrases(const Node &node) const;
    QString nameOf(const Node &node) const;

    std::shared_ptr<const Records> m_records;
    std::unique_ptr<Node> m_root;
};

}
