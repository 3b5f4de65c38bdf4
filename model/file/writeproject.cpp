#include "model/file/projectfile.h"
#include "model/project/describe.h"

#include <QFileInfo>
#include <QHash>

using namespace Qt::StringLiterals;

namespace model {

namespace {

class ProjectWriter
{
public:
    explicit ProjectWriter(const Project &project) : m_project(project)
    {
        for (const Model &model : project.models)
            m_models.insert(model.id, model.name);
    }

    QString write()
    {
        Lines lines(*this, 1);
        lines.line("format", Json(u"throughline/1"_s));
        visitMembers(lines, m_project);
        return u"{\n"_s + lines.text() + u"\n}\n"_s;
    }

private:
    /// The keys of one object, as one line of JSON.
    class Keys
    {
    public:
        explicit Keys(const ProjectWriter &writer) : m_writer(writer) { }

        template <typename T>
        void operator()(const char *key, const T &member)
        {
            if (const std::optional<Json> json = m_writer.toJson(member))
                m_members.append({QString::fromLatin1(key), *json});
        }
        void values(const char *key, const Type &type)
        {
            if (!type.hasValuesApart)
                return;
            Json::Array items;
            for (const QString &value : type.values)
                items.append(type.isOfNumbers ? Json::number(value) : Json(value));
            m_members.append({QString::fromLatin1(key), Json(items)});
        }
        void operator()(const UnknownKeys &unknown)
        {
            for (const UnknownKey &key : unknown)
                m_members.append({key.key, Json::verbatim(key.text)});
        }
        Json object() const { return Json(m_members); }
        bool isEmpty() const { return m_members.isEmpty(); }

    private:
        const ProjectWriter &m_writer;
        Json::Object m_members;
    };

    /// The keys of one object, each on a line of its own; lists that hold the user's things, one on each
    /// line.
    class Lines
    {
    public:
        Lines(const ProjectWriter &writer, int depth)
            : m_writer(writer), m_indent(2 * depth, u' '), m_depth(depth)
        {
        }

        template <typename T>
        void operator()(const char *key, const T &member)
        {
            if (const std::optional<Json> json = m_writer.toJson(member))
                line(key, *json);
        }
        void operator()(const char *key, const QList<Attribute> &list) { oneEach(key, list); }
        void operator()(const char *key, const QList<Index> &list) { oneEach(key, list); }
        void operator()(const char *key, const QList<Association> &list) { oneEach(key, list); }
        void operator()(const char *key, const QList<Query> &list) { oneEach(key, list); }
        void operator()(const char *key, const QList<Ignored> &list) { oneEach(key, list); }
        void operator()(const char *key, const QList<Model> &list)
        {
            QStringList items;
            for (const Model &model : list) {
                Lines lines(m_writer, m_depth + 2);
                visitMembers(lines, model);
                items.append(m_indent + u"  {\n"_s + lines.text() + u'\n' + m_indent + u"  }"_s);
            }
            // Without models it is not a project.
            m_lines.append(list.isEmpty() ? m_indent + u"\"models\": []"_s : block(key, u'[', items, u']'));
        }
        void operator()(const char *key, const QList<DiagramModel> &list) { oneEach(key, list, true); }
        void operator()(const char *key, const QList<DiagramEdge> &list) { oneEach(key, list, true); }
        void operator()(const char *key, const Diagram &diagram)
        {
            const qsizetype things = diagram.models.size() + diagram.edges.size() + diagram.unknown.size();
            if (things == 0)
                return;
            if (things == 1) {
                Keys keys(m_writer);
                visitMembers(keys, diagram);
                return line(key, keys.object());
            }
            Lines lines(m_writer, m_depth + 1);
            visitMembers(lines, diagram);
            m_lines.append(m_indent + quotedJson(QLatin1StringView(key).toString()) + u": {\n"_s
                           + lines.text() + u'\n' + m_indent + u'}');
        }
        void operator()(const UnknownKeys &unknown)
        {
            for (const UnknownKey &key : unknown)
                m_lines.append(m_indent + quotedJson(key.key) + u": "_s + key.text);
        }

        void line(const char *key, const Json &json)
        {
            m_lines.append(m_indent + u'"' + QLatin1StringView(key) + u"\": "_s + inlineJson(json));
        }
        QString text() const { return m_lines.join(u",\n"_s); }

    private:
        template <typename T>
        void oneEach(const char *key, const QList<T> &list, bool keyed = false)
        {
            if (list.isEmpty())
                return;
            QStringList items;
            for (const T &item : list) {
                QString text = inlineJson(*m_writer.toJson(item));
                if constexpr (requires { item.key; })
                    text = quotedJson(item.key) + u": "_s + text;
                items.append(m_indent + u"  "_s + text);
            }
            m_lines.append(block(key, keyed ? u'{' : u'[', items, keyed ? u'}' : u']'));
        }
        QString block(const char *key, QChar opening, const QStringList &items, QChar closing) const
        {
            return m_indent + u'"' + QLatin1StringView(key) + u"\": "_s + opening + u'\n'
                + items.join(u",\n"_s) + u'\n' + m_indent + closing;
        }

        const ProjectWriter &m_writer;
        const QString m_indent;
        const int m_depth;
        QStringList m_lines;
    };

    template <typename Struct>
    Json object(const Struct &value) const
    {
        Keys keys(*this);
        visitMembers(keys, value);
        return keys.object();
    }

    /// Nothing where the key is not to be written.
    std::optional<Json> toJson(const QString &value) const
    {
        return value.isNull() ? std::optional<Json>() : Json(value);
    }
    std::optional<Json> toJson(const std::optional<bool> &value) const
    {
        return value ? std::optional(Json(*value)) : std::nullopt;
    }
    std::optional<Json> toJson(const Number &value) const
    {
        return value.text.isNull() ? std::nullopt : std::optional(Json::number(value.text));
    }
    std::optional<Json> toJson(const std::optional<Number> &value) const
    {
        return value ? toJson(*value) : std::nullopt;
    }
    std::optional<Json> toJson(const Json &value) const
    {
        return value.isNull() ? std::nullopt : std::optional(value);
    }
    std::optional<Json> toJson(const std::optional<Json> &value) const { return value; }
    std::optional<Json> toJson(const NameOrFlag &value) const
    {
        return value.flag ? toJson(value.flag) : toJson(value.name);
    }
    std::optional<Json> toJson(const Type &type) const
    {
        if (type.isMissing())
            return {};
        if (type.hasValuesApart)
            return Json(u"ENUM"_s);
        if (type.declaredRaw)
            return Json(Json::Object{{u"$raw"_s, type.text}});
        return Json(type.text);
    }
    std::optional<Json> toJson(const Unique &unique) const
    {
        if (unique.isObject)
            return object(unique);
        return unique.flag ? toJson(unique.flag) : toJson(unique.name);
    }
    template <typename T>
    std::optional<Json> toJson(const Seldom<T> &value) const
    {
        return toJson(*value);
    }
    std::optional<Json> toJson(const Boxed<Json> &value) const
    {
        return value ? std::optional(*value) : std::nullopt;
    }
    std::optional<Json> toJson(const TableName &table) const
    {
        return table.isObject ? std::optional(object(table)) : toJson(table.table);
    }
    std::optional<Json> toJson(const References &references) const
    {
        if (references.isNone)
            return Json();
        return references.isGiven() ? std::optional(object(references)) : std::nullopt;
    }
    std::optional<Json> toJson(const Inflections &name) const
    {
        return name.isGiven() ? std::optional(object(name)) : std::nullopt;
    }
    std::optional<Json> toJson(const ModelOptions &options) const
    {
        Keys keys(*this);
        visitMembers(keys, options);
        return keys.isEmpty() ? std::nullopt : std::optional(keys.object());
    }
    std::optional<Json> toJson(const QList<UniqueKeyOption> &list) const
    {
        if (list.isEmpty())
            return {};
        Json::Object members;
        for (const UniqueKeyOption &key : list)
            members.append({key.name, object(key)});
        return Json(members);
    }
    std::optional<Json> toJson(const IndexField &field) const
    {
        if (!field.literal.isNull())
            return Json(Json::Object{{u"$literal"_s, field.literal}});
        if (field.function)
            return *field.function;
        return field.isObject ? object(field) : Json(field.name);
    }
    std::optional<Json> toJson(const Attribute &attribute) const { return object(attribute); }
    std::optional<Json> toJson(const Index &index) const { return object(index); }
    std::optional<Json> toJson(const Query &query) const { return object(query); }
    std::optional<Json> toJson(const Ignored &ignored) const { return object(ignored); }
    std::optional<Json> toJson(const Association &association) const { return object(association); }
    std::optional<Json> toJson(AssociationKind kind) const { return Json(kindName(kind)); }
    std::optional<Json> toJson(ModelId model) const { return Json(m_models.value(model)); }
    std::optional<Json> toJson(const Alias &as) const
    {
        return as.isObject ? std::optional(object(as)) : toJson(as.name);
    }
    std::optional<Json> toJson(const Through &through) const
    {
        return through.isObject ? std::optional(object(through)) : toJson(through.model);
    }
    std::optional<Json> toJson(const ForeignKey &key) const
    {
        if (!key.isObject)
            return toJson(key.name());
        const Json written = object(*key.attribute);
        if (!key.isByFieldName)
            return written;
        Json::Object members = written.members();
        for (Json::Member &member : members) {
            if (member.key == u"name")
                member.key = u"fieldName"_s;
        }
        return Json(members);
    }
    std::optional<Json> toJson(const DiagramModel &box) const { return object(box); }
    std::optional<Json> toJson(const DiagramEdge &edge) const { return object(edge); }
    std::optional<Json> toJson(const Point &point) const
    {
        return Json(Json::Array{*toJson(point.x), *toJson(point.y)});
    }

    template <typename T>
    std::optional<Json> toJson(const QList<T> &list) const
    {
        if (list.isEmpty())
            return {};
        if constexpr (requires(T item) {
                          item.key;
                          item.unknown;
                      })
        {
            Json::Object members;
            for (const T &item : list)
                members.append({item.key, *toJson(item)});
            return Json(members);
        } else {
            Json::Array items;
            for (const T &item : list)
                items.append(*toJson(item));
            return Json(items);
        }
    }

    const Project &m_project;
    QHash<ModelId, QString> m_models;
};

}

QByteArray writeProject(const Project &project)
{
    return ProjectWriter(project).write().toUtf8();
}

}
