#pragma once

#include "model/query/plan.h"
#include "views/preview/jsonindex.h"

#include <list>
#include <memory>

namespace views {

/// How the records of one shape are told in a line.
struct RecordKind
{
    /// So many fields of a join row stand beside the record that it leads to.
    static constexpr int fieldsInLine = 3;

    const model::Shape *shape = nullptr;
    QString as; ///< the key that it stands under
    QString name; ///< the model's
    bool isList = false;
    QStringList label; ///< the fields that name a record
    QStringList key; ///< the fields of its primary key; empty where one of them is not selected
    QStringList more; ///< the other fields
    int through = -1; ///< which of `includes` is the join row
    std::vector<RecordKind> includes; ///< those of the shape, then those that were asked for separately

    /// Is there more to a record than its line?
    bool isOpenable() const;
    /// What stands under a key of a record; nullptr for a field.
    const RecordKind *include(const QString &wanted) const;
};

/// The records of an answer: their JSON, where each of them stands in it, and what they are. Never changes,
/// so that any thread can read it.
class Records
{
public:
    Records(QByteArray json, model::Plan plan, std::shared_ptr<const model::Schema> schema,
            const model::Dialect &dialect);
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
    RecordKind kindOf(model::Plan plan, const model::Dialect &dialect);

    std::shared_ptr<const model::Schema> m_schema;
    std::list<model::Plan> m_plans; ///< of the query and its separate includes: they hold the shapes
    JsonIndex m_json;
    RecordKind m_kind;
};

}
