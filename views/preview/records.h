#pragma once

#include "model/query/plan.h"
#include "views/preview/jsonindex.h"

#include <memory>

namespace views {

/// How the records of one shape are told in a line.
struct RecordKind
{
    /// So many fields of a join row stand beside the record that it leads to.
    static constexpr int fieldsInLine = 3;

    const model::Shape *shape = nullptr;
    QString name; ///< the model's
    QStringList label; ///< the fields that name a record
    QStringList key; ///< the fields of its primary key; empty where one of them is not selected
    QStringList more; ///< the other fields
    int through = -1; ///< which of `includes` is the join row
    std::vector<RecordKind> includes; ///< those of the shape

    /// Is there more to a record than its line?
    bool isOpenable() const;
    /// What stands under a key of a record; nullptr for a field.
    const RecordKind *include(const QString &as) const;
};

/// The records of an answer: their JSON, where each of them stands in it, and what they are. Never changes,
/// so that any thread can read it.
class Records
{
public:
    Records(QByteArray json, model::Shape shape, std::shared_ptr<const model::Schema> schema);
    Records(const Records &) = delete;
    Records &operator=(const Records &) = delete;

    const JsonIndex &json() const { return m_json; }
    const RecordKind &kind() const { return m_kind; }
    const model::Schema &schema() const { return *m_schema; }

    /// A value in one line, in the words of the tree: no quotes, and no time of a day that has none.
    QString valueText(quint32 value) const;
    /// "Ada Lovelace": what names a record; empty where nothing does.
    QString label(const RecordKind &kind, quint32 record) const;
    /// "a41f93b0…": its key.
    QString key(const RecordKind &kind, quint32 record) const;
    /// "status: done · finishedAt: 1843-09-05".
    QString fieldsText(const QStringList &fields, quint32 record) const;

private:
    std::shared_ptr<const model::Schema> m_schema;
    model::Shape m_shape;
    JsonIndex m_json;
    RecordKind m_kind;
};

}
