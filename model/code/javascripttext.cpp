#include "model/code/javascripttext.h"

#include <QRegularExpression>
#include <QSet>

#include <array>

using namespace Qt::StringLiterals;

namespace model {

namespace {

constexpr std::array reservedWords{
    "arguments", "await",      "break",     "case",      "catch",     "class",  "const",      "continue",
    "debugger",  "default",    "delete",    "do",        "else",      "enum",   "eval",       "export",
    "extends",   "false",      "finally",   "for",       "function",  "if",     "implements", "import",
    "in",        "instanceof", "interface", "let",       "new",       "null",   "package",    "private",
    "protected", "public",     "return",    "static",    "super",     "switch", "this",       "throw",
    "true",      "try",        "typeof",    "undefined", "var",       "void",   "while",      "with",
    "yield",     "DataTypes",  "Op",        "Sequelize", "sequelize", "module", "require",    "exports",
    "define",    "Buffer",     "Date"};

}

bool isIdentifier(const QString &name)
{
    static const QRegularExpression word(u"^[A-Za-z_$][A-Za-z0-9_$]*$"_s);
    static const QSet<QString> reserved = [] {
        QSet<QString> set;
        for (const char *each : reservedWords)
            set.insert(QString::fromLatin1(each));
        return set;
    }();
    return word.match(name).hasMatch() && !reserved.contains(name);
}

QString propertyKey(const QString &name)
{
    static const QRegularExpression word(u"^[A-Za-z_$][A-Za-z0-9_$]*$"_s);
    if (name == u"__proto__")
        return u"['__proto__']"_s;
    return word.match(name).hasMatch() ? name : javascriptText(name);
}

void ObjectText::add(const QString &key, const QString &value)
{
    m_members.append(propertyKey(key) + u": "_s + value);
}

void ObjectText::add(const char *key, const QString &value)
{
    if (!value.isNull())
        m_members.append(QString::fromLatin1(key) + u": "_s + value);
}

void ObjectText::addComputed(const QString &key, const QString &value)
{
    m_members.append(u'[' + key + u"]: "_s + value);
}

QString ObjectText::text() const
{
    return m_members.isEmpty() ? u"{}"_s : u"{ "_s + m_members.join(u", "_s) + u" }"_s;
}

}
