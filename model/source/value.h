#pragma once

#include "model/source/atoms.h"
#include "model/source/syntax.h"

#include <QDateTime>

#include <memory>
#include <span>
#include <vector>

/// What source code computes. Values live as long as their Arena, refer to each other freely, and know where
/// they were written.
namespace model::source {

/// A range of a file, in bytes.
struct Place
{
    int file = -1; ///< -1: nowhere
    quint32 begin = 0;
    quint32 end = 0;

    bool isKnown() const { return file >= 0; }
    bool operator==(const Place &) const = default;
};

struct Object;
struct Function;
struct Scope;
class Evaluator;

/// Why something is not known, and where it began.
struct Unknown
{
    QString reason;
    Place place;
    QString model; ///< the name of a model that is not defined yet
};

class Value
{
public:
    enum class Kind : quint8 { Undefined, Null, Boolean, Number, Text, Symbol, Object, Unknown };

    Value() = default;
    Value(bool value, Place where = {}) : place(where), m_kind(Kind::Boolean) { m_content.boolean = value; }
    Value(double value, Place where = {}) : place(where), m_kind(Kind::Number) { m_content.number = value; }
    Value(const QString *text, Place where = {}) : place(where), m_kind(Kind::Text) { m_content.text = text; }
    Value(Object *object, Place where = {});
    Value(const Unknown *unknown, Place where) : place(where), m_kind(Kind::Unknown)
    {
        m_content.unknown = unknown;
    }
    static Value null(Place where = {}) { return Value(Kind::Null, where); }
    static Value undefined(Place where = {}) { return Value(Kind::Undefined, where); }
    static Value symbol(Atom atom, Place where = {})
    {
        Value value(Kind::Symbol, where);
        value.m_content.atom = atom;
        return value;
    }

    Kind kind() const { return m_kind; }
    bool isUndefined() const { return m_kind == Kind::Undefined; }
    bool isNull() const { return m_kind == Kind::Null; }
    bool isNothing() const { return m_kind <= Kind::Null; }
    bool isBoolean() const { return m_kind == Kind::Boolean; }
    bool isNumber() const { return m_kind == Kind::Number; }
    bool isText() const { return m_kind == Kind::Text; }
    bool isSymbol() const { return m_kind == Kind::Symbol; }
    bool isObject() const { return m_kind == Kind::Object; }
    bool isUnknown() const { return m_kind == Kind::Unknown; }

    bool boolean() const { return isBoolean() && m_content.boolean; }
    double number() const { return isNumber() ? m_content.number : 0; }
    QString text() const { return isText() ? *m_content.text : QString(); }
    Atom atom() const { return isSymbol() ? m_content.atom : Atom(); }
    Object *object() const { return isObject() ? m_content.object : nullptr; }
    const Unknown *unknown() const { return isUnknown() ? m_content.unknown : nullptr; }
    /// The object, if it is of this kind.
    template <typename T>
    T *as() const;

    Value at(Place where) const
    {
        Value value = *this;
        value.place = where;
        return value;
    }

    Place place;

private:
    Value(Kind kind, Place where) : place(where), m_kind(kind) { }

    Kind m_kind = Kind::Undefined;
    union {
        bool boolean;
        double number;
        const QString *text;
        Atom atom;
        Object *object;
        const Unknown *unknown;
    } m_content{.number = 0};
};

using Values = std::vector<Value>;

struct Property
{
    Atom key;
    Value value;
    Place place; ///< from the key to the end of the value
    bool isGetter = false; ///< the value is the function that computes it
};

/// The properties of an object in the order in which they were added.
class Properties
{
public:
    const std::vector<Property> &all() const { return m_all; }
    bool isEmpty() const { return m_all.empty(); }
    const Property *find(Atom key) const;
    Property *find(Atom key);
    Property &set(Atom key, Value value, Place place = {});
    bool remove(Atom key);

private:
    int indexOf(Atom key) const;

    std::vector<Property> m_all;
    mutable QHash<Atom, int> m_index; ///< once there are many
};

struct Object
{
    enum class Type : quint8 {
        Plain,
        List,
        Function,
        DataType, ///< `DataTypes.STRING(64)`
        Expression, ///< `literal('…')`, `fn('…')` and their kin
        Date,
        RegExp,
        Bytes,
        Instance, ///< of a class of the application
        Exports, ///< what a module exports, as it stands when asked
        Sequelize, ///< an instance of Sequelize
        Models, ///< all models by name
        Association,
        DecoratorTarget,
    };

    Object() = default;
    explicit Object(Type given) : type(given) { }
    virtual ~Object() = default;
    Object(const Object &) = delete;

    /// A property that is worked out when it is asked for; nothing where the object has no such one.
    virtual std::optional<Value> member(Evaluator &, Atom, Place) { return {}; }
    /// The names of such properties.
    virtual std::vector<Atom> memberNames(Evaluator &) { return {}; }

    Type type = Type::Plain;
    Object *prototype = nullptr;
    Properties properties;
    const Unknown *unknownPart = nullptr; ///< more was added than is known
};

struct List : Object
{
    static constexpr Type kind = Type::List;
    List() : Object(kind) { }
    Values items;
};

/// What a native function is called with.
struct Call
{
    Evaluator &evaluator;
    Value self;
    std::span<const Value> arguments;
    Place place;
    Function *callee = nullptr;
    bool isNew = false;

    Value argument(size_t index) const { return index < arguments.size() ? arguments[index] : Value(); }
};
using Native = Value (*)(const Call &call);

struct Function : Object
{
    static constexpr Type kind = Type::Function;
    Function() : Object(kind) { }

    QString name;
    Syntax code; ///< of a function or a class of the application
    int file = -1;
    Scope *scope = nullptr;
    Native native = nullptr;
    Value data; ///< what a native function needs
    Value self; ///< of an arrow function or a bound one
    Values bound;
    Object *home = nullptr; ///< where `super` begins
    bool isArrow = false;
    bool isClass = false;
    bool isBound = false;
    int calls = 0;
    Object *instances = nullptr; ///< the prototype of what a class makes
};

/// `DataTypes.DECIMAL(10, 2).UNSIGNED`.
struct DataTypeValue : Object
{
    static constexpr Type kind = Type::DataType;
    DataTypeValue() : Object(kind) { }
    QString word;
    Values arguments;
    QStringList flags;
};

/// A call of `literal`, `fn`, `col`, `cast`, `where`, `json`, `and`, `or`.
struct ExpressionValue : Object
{
    static constexpr Type kind = Type::Expression;
    ExpressionValue() : Object(kind) { }
    QString name;
    Values arguments;
};

struct DateValue : Object
{
    static constexpr Type kind = Type::Date;
    DateValue() : Object(kind) { }
    QDateTime time;
};

struct RegExpValue : Object
{
    static constexpr Type kind = Type::RegExp;
    RegExpValue() : Object(kind) { }
    QString pattern;
    QString flags;
};

struct BytesValue : Object
{
    static constexpr Type kind = Type::Bytes;
    BytesValue() : Object(kind) { }
    QByteArray bytes;
};

/// What a decorator of a field or a method is called with: the member of a class.
struct DecoratorTarget : Object
{
    static constexpr Type kind = Type::DecoratorTarget;
    DecoratorTarget() : Object(kind) { }
    Function *owner = nullptr;
    Syntax member;
    Scope *scope = nullptr;
};

inline Value::Value(Object *object, Place where) : place(where), m_kind(Kind::Object)
{
    m_content.object = object;
}

template <typename T>
T *Value::as() const
{
    return isObject() && m_content.object->type == T::kind ? static_cast<T *>(m_content.object) : nullptr;
}

/// Owns everything that values refer to.
class Arena
{
public:
    template <typename T>
    T *make()
    {
        auto owned = std::make_unique<T>();
        T *made = owned.get();
        m_objects.push_back(std::move(owned));
        return made;
    }
    const QString *text(QString text) { return &m_texts.emplace_back(std::move(text)); }
    const Unknown *unknown(Unknown unknown) { return &m_unknowns.emplace_back(std::move(unknown)); }
    Scope *scope(Scope *parent);
    ~Arena();
    Arena();
    Arena(const Arena &) = delete;

private:
    std::vector<std::unique_ptr<Object>> m_objects;
    std::deque<QString> m_texts;
    std::deque<Unknown> m_unknowns;
    std::deque<Scope> m_scopes;
};

}
