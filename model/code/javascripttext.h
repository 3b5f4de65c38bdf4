#pragma once

#include "model/javascript.h"

#include <QString>
#include <QStringList>

/// The words of JavaScript.
namespace model {

/// Whether a name can be a constant of the exported module.
bool isIdentifier(const QString &name);

/// `{ a: 1, b: 2 }`.
class ObjectText
{
public:
    void add(const QString &key, const QString &value);
    /// A null value is none.
    void add(const char *key, const QString &value);
    /// `[key]: value`.
    void addComputed(const QString &key, const QString &value);
    bool isEmpty() const { return m_members.isEmpty(); }
    QString text() const;
    const QStringList &members() const { return m_members; }

private:
    QStringList m_members;
};

/// The key of an object literal; `__proto__` would set the prototype.
QString propertyKey(const QString &name);

}
