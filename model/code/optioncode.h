#pragma once

#include "model/code/javascripttext.h"
#include "model/project/describe.h"

namespace model {

/// Whether a key is an option of Sequelize: an id is the project file's alone.
bool isOption(const char *key);
/// Whether a scope holds parts of a query that name models.
bool namesModels(const Json &scope);

/// Options as JavaScript. A null text stands for an option that is not given.
class OptionCode
{
public:
    QString text(const QString &value);
    QString text(const std::optional<bool> &value);
    QString text(const std::optional<Number> &value);
    QString text(const NameOrFlag &value);
    QString text(const Boxed<Json> &value);
    QString text(const Type &type);
    QString text(const QStringList &texts);
    QString text(const Inflections &name);
    QString text(const Unique &unique);
    QString text(const TableName &table);
    QString text(const References &references);
    /// `Deferrable.INITIALLY_DEFERRED` and its kin, by name; anything else as it is.
    QString text(const Json &deferrable);
    QString text(const IndexField &field);
    QString text(const QList<IndexField> &fields);
    QString text(const Index &index);
    QString text(const QList<UniqueKeyOption> &keys);
    QString text(const Alias &as);
    QString text(const ForeignKey &key);
    template <typename T>
    QString text(const Seldom<T> &value)
    {
        return text(*value);
    }

    /// What an attribute says beside its name.
    ObjectText attribute(const Attribute &attribute);
    /// Scopes that name models are left out: they are added when all models are defined.
    ObjectText modelOptions(const ModelOptions &options);

    /// A value of the project file; a condition, too: its operators become symbols.
    QString value(const Json &json);

    /// Whether the code needs `Op` and `Sequelize`.
    bool usesOp() const { return m_usesOp; }
    bool usesSequelize() const { return m_usesSequelize; }

private:
    template <typename T>
    QString objectText(const T &value);
    void addAttribute(ObjectText &object, const Attribute &attribute);
    QString scopes(const Json &scopes);
    QString sequelizeCall(const QString &name, const QStringList &arguments);
    QString plain(const Json &value) const;
    QStringList values(const Json::Array &items);
    QStringList whereArguments(const Json &inner);

    bool m_usesOp = false;
    bool m_usesSequelize = false;
};

}
