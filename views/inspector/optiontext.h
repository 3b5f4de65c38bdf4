#pragma once

#include "model/project/project.h"

/// Options as the text of one field, and back. No text at all stands for an option that is not given.
namespace views {

inline QString textOf(const QString &value)
{
    return value;
}
QString textOf(const std::optional<bool> &value);
QString textOf(const model::NameOrFlag &value);
QString textOf(const std::optional<model::Number> &value);
/// Texts stand without quotes where they cannot be taken for anything else; NOW, UUIDV1 and UUIDV4 are the
/// values that the application makes.
QString textOf(const model::Boxed<model::Json> &value);
QString textOf(const model::Json &value);
QString textOf(const model::Type &value);
QString textOf(const model::Unique &value);
inline QString textOf(const model::TableName &value)
{
    return value.table;
}
inline QString textOf(const model::Alias &value)
{
    return value.name;
}
inline QString textOf(const model::ForeignKey &value)
{
    return value.name();
}
template <typename T>
QString textOf(const model::Seldom<T> &value)
{
    return textOf(*value);
}
/// `a, b`; as JSON where a field is more than a name.
QString textOf(const QList<model::IndexField> &value);
QString textOf(const QList<model::UniqueKeyOption> &value);

model::Result<void> takeText(const QString &text, QString &value);
model::Result<void> takeText(const QString &text, std::optional<bool> &value);
model::Result<void> takeText(const QString &text, model::NameOrFlag &value);
model::Result<void> takeText(const QString &text, std::optional<model::Number> &value);
model::Result<void> takeText(const QString &text, model::Boxed<model::Json> &value);
model::Result<void> takeText(const QString &text, model::Json &value);
model::Result<void> takeText(const QString &text, model::Type &value);
model::Result<void> takeText(const QString &text, model::Unique &value);
model::Result<void> takeText(const QString &text, model::TableName &value);
model::Result<void> takeText(const QString &text, model::Alias &value);
model::Result<void> takeText(const QString &text, model::ForeignKey &value);
model::Result<void> takeText(const QString &text, QList<model::IndexField> &value);
model::Result<void> takeText(const QString &text, QList<model::UniqueKeyOption> &value);
template <typename T>
model::Result<void> takeText(const QString &text, model::Seldom<T> &value)
{
    return takeText(text, value.edit());
}

}
