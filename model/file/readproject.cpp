#include "model/file/fields.h"
#include "model/file/projectfile.h"

#include <QFile>
#include <QHash>
#include <QSet>
#include <QVarLengthArray>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace model {

namespace {

constexpr auto currentFormat = "throughline/1"_L1;
constexpr qint64 largestFile = 256LL << 20;

/// Turns the tree into values. The first fault stays; whatever is read after it is thrown away.
class ProjectReader
{
public:
    ProjectReader(const QByteArray &text, const Json &tree) : m_text(text), m_tree(tree) { }

    Result<Project> read()
    {
        Project project;
        readFormat();
        if (!m_fault)
            nameModels();
        if (!m_fault)
            readValue(m_tree, project);
        if (m_fault)
            return tl::unexpected(*m_fault);
        return project;
    }

private:
    struct EnumValues
    {
        Type &type;
    };

    /// One object's keys, as describe() asks for them.
    class Fields
    {
    public:
        Fields(ProjectReader &reader, const Json &object)
            : m_reader(reader), m_object(object), m_left(object.members().size())
        {
        }

        template <typename T>
        void operator()(const char *key, T &&member)
        {
            if (m_left == 0 || m_reader.m_fault)
                return;
            const QLatin1StringView name(key);
            m_known.append(name);
            const Json *value = m_object.find(name);
            if (!value)
                return;
            --m_left;
            m_reader.m_path.append({name});
            m_reader.readValue(*value, member);
            m_reader.m_path.removeLast();
        }
        /// The list beside an ENUM that has no values itself.
        void values(const char *key, Type &type)
        {
            if (type.name == TypeName::Enum && type.values.isEmpty())
                (*this)(key, EnumValues{type});
        }
        void operator()(UnknownKeys &unknown)
        {
            if (m_left == 0)
                return;
            for (const Json::Member &member : m_object.members()) {
                if (!m_known.contains(member.key))
                    unknown.append({member.key, m_reader.textOf(member.value)});
            }
        }
        void skip(QLatin1StringView key) { m_known.append(key); }

    private:
        ProjectReader &m_reader;
        const Json &m_object;
        qsizetype m_left; ///< members that no field has asked for
        QVarLengthArray<QLatin1StringView, 40> m_known;
    };

    /// A key, or the position in a list.
    struct Step
    {
        QLatin1StringView key;
        qsizetype index = -1;
    };

    /// Where in the project the reader is: `models[3].name`.
    QString path() const
    {
        QString text;
        for (const Step &step : m_path) {
            if (step.index >= 0)
                text += u'[' + QString::number(step.index) + u']';
            else
                text += (text.isEmpty() ? QString() : u"."_s) + step.key;
        }
        return text;
    }

    void fault(const Json &at, const QString &message) { faultAt(at.offset(), message); }
    void faultAt(int offset, const QString &message)
    {
        if (!m_fault)
            m_fault = errorAt(m_text, offset, message);
    }
    void expected(const Json &found, const QString &what)
    {
        fault(found,
              m_path.isEmpty() ? Text::tr("expected %1, found %2").arg(what, found.kindName())
                               : Text::tr("%1: expected %2, found %3").arg(path(), what, found.kindName()));
    }

    QString textOf(const Json &value) const
    {
        return QString::fromUtf8(m_text.mid(value.offset(), value.end() - value.offset()));
    }

    void readFormat()
    {
        if (!m_tree.isObject())
            return expected(m_tree, Text::tr("a project: an object"));
        const Json *format = m_tree.find("format"_L1);
        if (!format)
            return fault(m_tree, Text::tr("not a Throughline project: it has no \"format\""));
        const QString word = format->string();
        if (word == currentFormat)
            return;
        bool isNumber = false;
        const int number = QStringView(word).mid(12).toInt(&isNumber);
        if (word.startsWith("throughline/"_L1) && isNumber && number > 1) {
            return fault(*format,
                         Text::tr("the file was written by a later Throughline (format %1); this one "
                                  "reads up to %2")
                             .arg(word, currentFormat));
        }
        fault(*format, Text::tr("format: expected \"%1\"").arg(currentFormat));
    }

    /// Associations may refer to any model, so names come before everything else.
    void nameModels()
    {
        const Json *models = m_tree.find("models"_L1);
        if (!models)
            return fault(m_tree, Text::tr("not a Throughline project: it has no \"models\""));
        quint32 next = 1;
        for (const Json &model : models->items()) {
            const Json *given = model.find("name"_L1);
            const QString name = given ? given->string() : QString();
            if (!m_models.contains(name))
                m_models.insert(name, ModelId{next++});
        }
    }

    template <typename Struct>
    void readStruct(const Json &json, Struct &value)
    {
        Fields fields(*this, json);
        describe(fields, value);
    }

    template <typename Struct>
    void readObject(const Json &json, Struct &value)
    {
        if (!json.isObject())
            return expected(json, Text::tr("an object"));
        readStruct(json, value);
    }

    void readValue(const Json &json, QString &value)
    {
        if (!json.isString())
            return expected(json, Text::tr("text"));
        value = json.string();
    }

    void readValue(const Json &json, std::optional<bool> &value)
    {
        if (!json.isBoolean())
            return expected(json, Text::tr("true or false"));
        value = json.boolean();
    }

    void readValue(const Json &json, Number &value)
    {
        if (!json.isNumber() || !std::isfinite(json.toDouble()))
            return expected(json, Text::tr("a number"));
        value.value = json.toDouble();
        value.text = json.numberText();
    }

    void readValue(const Json &json, std::optional<Number> &value) { readValue(json, value.emplace()); }
    void readValue(const Json &json, Json &value) { value = json; }
    void readValue(const Json &json, Boxed<Json> &value) { value = json; }

    template <typename T>
    void readValue(const Json &json, Seldom<T> &value)
    {
        readValue(json, value.edit());
    }

    void readValue(const Json &json, NameOrFlag &value)
    {
        if (json.isBoolean())
            value.flag = json.boolean();
        else if (json.isString())
            value.name = json.string();
        else
            expected(json, Text::tr("a name, true or false"));
    }

    void readValue(const Json &json, Type &type)
    {
        if (json.isObject() && json.members().size() == 1 && json.find("$raw"_L1)
            && json.find("$raw"_L1)->isString()) {
            type = rawType(json.value(u"$raw").string());
            return;
        }
        if (!json.isString())
            return expected(json, Text::tr("a type"));
        const QString text = json.string();
        if (const auto known = m_types.constFind(text); known != m_types.cend()) {
            type = *known;
            return;
        }
        auto parsed = parseType(text);
        if (!parsed)
            return fault(json, path() + u": "_s + parsed.error().message);
        type = *m_types.insert(text, std::move(*parsed));
    }

    void readValue(const Json &json, const EnumValues &values)
    {
        if (!json.isArray())
            return expected(json, Text::tr("a list of values"));
        QStringList texts;
        for (const Json &item : json.items()) {
            if (!item.isString() && !item.isNumber())
                return expected(item, Text::tr("a text"));
            texts.append(item.isString() ? inSingleQuotes(item.string()) : item.numberText());
        }
        auto parsed = parseType(u"ENUM("_s + texts.join(u", "_s) + u')');
        if (!parsed)
            return fault(json, path() + u": "_s + parsed.error().message);
        values.type = std::move(*parsed);
        values.type.hasValuesApart = true;
    }

    static QString inSingleQuotes(QString text)
    {
        text.replace(u"\\"_s, u"\\\\"_s).replace(u"'"_s, u"\\'"_s).replace(u"\n"_s, u"\\n"_s);
        return u'\'' + text + u'\'';
    }

    void readValue(const Json &json, Unique &unique)
    {
        if (json.isBoolean()) {
            unique.flag = json.boolean();
        } else if (json.isString()) {
            unique.name = json.string();
        } else if (json.isObject()) {
            unique.isObject = true;
            Fields fields(*this, json);
            fields("name", unique.name);
            fields("msg", unique.msg);
            fields(unique.unknown);
        } else {
            expected(json, Text::tr("true, false, a name or an object"));
        }
    }

    void readValue(const Json &json, TableName &table)
    {
        if (json.isString()) {
            table.table = json.string();
        } else if (json.isObject()) {
            table.isObject = true;
            Fields fields(*this, json);
            fields("tableName", table.table);
            fields("schema", table.schema);
            if (table.table.isNull())
                fault(json, Text::tr("%1: \"tableName\" is missing").arg(path()));
        } else {
            expected(json, Text::tr("a table's name"));
        }
    }

    void readValue(const Json &json, References &references)
    {
        references.isNone = json.isNull();
        if (references.isNone)
            return;
        readObject(json, references);
        if (references.model.table.isNull())
            fault(json, Text::tr("%1: \"model\" is missing").arg(path()));
    }

    void readValue(const Json &json, Inflections &name) { readObject(json, name); }

    void readValue(const Json &json, IndexField &field)
    {
        if (json.isString()) {
            field.name = json.string();
            return;
        }
        if (!json.isObject())
            return expected(json, Text::tr("a column, or an object"));
        if (const Json *literal = json.find("$literal"_L1)) {
            readValue(*literal, field.literal);
            return;
        }
        if (json.find("$fn"_L1)) {
            checkSpecialValue(json);
            field.function = json;
            return;
        }
        field.isObject = true;
        readStruct(json, field);
    }

    void readValue(const Json &json, QList<UniqueKeyOption> &keys)
    {
        if (!json.isObject())
            return expected(json, Text::tr("an object of unique keys"));
        for (const Json::Member &member : json.members()) {
            UniqueKeyOption key{.name = member.key};
            if (!member.value.isObject())
                return expected(member.value, Text::tr("an object"));
            Fields fields(*this, member.value);
            fields("fields", key.fields);
            fields(key.unknown);
            keys.append(std::move(key));
        }
    }

    void readValue(const Json &json, ModelOptions &options) { readObject(json, options); }

    void readValue(const Json &json, Attribute &attribute)
    {
        attribute.id = AttributeId{m_nextAttribute++};
        readObject(json, attribute);
        requireName(json, attribute.name);
        checkFileId(json, attribute.fileId);
        if (attribute.defaultValue)
            checkSpecialValue(*attribute.defaultValue);
    }

    void readValue(const Json &json, Index &index)
    {
        index.id = IndexId{m_nextIndex++};
        readObject(json, index);
        checkFileId(json, index.fileId);
    }

    void readValue(const Json &json, Model &model)
    {
        readObject(json, model);
        requireName(json, model.name);
        if (m_fault)
            return;
        model.id = m_models.value(model.name);
        if (m_seenModels.contains(model.name))
            return fault(*json.find("name"_L1),
                         Text::tr("a model named %1 stands above already").arg(model.name));
        m_seenModels.insert(model.name);
        checkFileId(json, model.fileId);
        if (const Json *twin = firstTwin(json.find("attributes"_L1)))
            fault(*twin, Text::tr("%1 has an attribute %2 already").arg(model.name, twin->string()));
    }

    void readValue(const Json &json, AssociationKind &kind)
    {
        const auto named = kindNamed(json.string());
        if (!named)
            return expectedWord(json, u"belongsToMany, hasMany, hasOne or belongsTo"_s);
        kind = *named;
    }

    void expectedWord(const Json &json, const QString &words)
    {
        if (!json.isString())
            return expected(json, words);
        fault(json, Text::tr("%1: expected %2, found %3").arg(path(), words, quotedJson(json.string())));
    }

    void readValue(const Json &json, ModelId &model)
    {
        QString name;
        readValue(json, name);
        if (m_fault)
            return;
        model = m_models.value(name);
        if (model.isNull())
            fault(json, Text::tr("no model %1").arg(name));
    }

    void readValue(const Json &json, Alias &as)
    {
        if (json.isString()) {
            as.name = json.string();
        } else if (json.isObject()) {
            as.isObject = true;
            Fields fields(*this, json);
            fields("singular", as.singular);
            fields("plural", as.name);
        } else {
            expected(json, Text::tr("a name, or {singular, plural}"));
        }
    }

    void readValue(const Json &json, Through &through)
    {
        if (json.isString()) {
            through.model = json.string();
        } else if (json.isObject()) {
            through.isObject = true;
            readStruct(json, through);
        } else {
            expected(json, Text::tr("a name, or an object"));
        }
    }

    void readValue(const Json &json, ForeignKey &key)
    {
        if (json.isString()) {
            key.attribute.edit().name = json.string();
        } else if (json.isObject()) {
            key.isObject = true;
            key.isByFieldName = !json.find("name"_L1) && json.find("fieldName"_L1);
            Fields fields(*this, json);
            if (key.isByFieldName)
                fields("fieldName", key.attribute.edit().name);
            describe(fields, key.attribute.edit());
        } else {
            expected(json, Text::tr("a name, or an attribute"));
        }
    }

    void readValue(const Json &json, Association &association)
    {
        association.id = AssociationId{m_nextAssociation++};
        readObject(json, association);
        checkFileId(json, association.fileId);
        for (const char *key : {"kind", "source", "target"}) {
            if (!m_fault && !json.find(QLatin1StringView(key)))
                fault(json, Text::tr("%1: \"%2\" is missing").arg(path(), QLatin1StringView(key)));
        }
    }

    void readValue(const Json &json, Query &query)
    {
        query.id = QueryId{m_nextQuery++};
        readObject(json, query);
        requireName(json, query.name);
        if (!m_fault && !query.find.isObject())
            fault(json, Text::tr("%1: \"find\" is missing: the options of findAll").arg(path()));
    }

    void readValue(const Json &json, Ignored &ignored)
    {
        readObject(json, ignored);
        if (!m_fault && ignored.code.isEmpty())
            fault(json, Text::tr("%1: \"code\" is missing").arg(path()));
    }

    void readValue(const Json &json, DiagramModel &box) { readObject(json, box); }
    void readValue(const Json &json, DiagramEdge &edge) { readObject(json, edge); }
    void readValue(const Json &json, Diagram &diagram) { readObject(json, diagram); }
    void readValue(const Json &json, Project &project)
    {
        Fields fields(*this, json);
        fields.skip("format"_L1);
        describe(fields, project);
        if (const Json *twin = firstTwin(json.find("queries"_L1)))
            fault(*twin, Text::tr("a query named %1 stands above already").arg(twin->string()));
    }

    void readValue(const Json &json, Point &point)
    {
        if (json.items().size() != 2)
            return expected(json, Text::tr("[x, y]"));
        readValue(json.items()[0], point.x);
        readValue(json.items()[1], point.y);
    }

    template <typename T>
    void readValue(const Json &json, QList<T> &list)
    {
        if constexpr (std::is_same_v<T, DiagramModel> || std::is_same_v<T, DiagramEdge>) {
            if (!json.isObject())
                return expected(json, Text::tr("an object"));
            for (const Json::Member &member : json.members()) {
                list.append(T{.key = member.key});
                readValue(member.value, list.last());
            }
        } else {
            if (!json.isArray())
                return expected(json, Text::tr("a list"));
            list.reserve(json.items().size());
            for (const Json &item : json.items()) {
                m_path.append({{}, list.size()});
                readValue(item, list.emplaceBack());
                m_path.removeLast();
                if (m_fault)
                    return;
            }
        }
    }

    void requireName(const Json &json, const QString &name)
    {
        if (!m_fault && name.isEmpty()) {
            const Json *found = json.find("name"_L1);
            fault(found ? *found : json,
                  found ? Text::tr("%1: the name is empty").arg(path())
                        : Text::tr("%1: \"name\" is missing").arg(path()));
        }
    }

    void checkFileId(const Json &json, const QString &id)
    {
        if (m_fault || id.isNull())
            return;
        if (m_fileIds.contains(id))
            fault(*json.find("id"_L1), Text::tr("the id %1 stands twice").arg(quotedJson(id)));
        m_fileIds.insert(id);
    }

    /// The first name in a list that stands there before; nullptr where there is none.
    static const Json *firstTwin(const Json *list)
    {
        QSet<QString> seen;
        for (const Json &item : list ? list->items() : Json::Array()) {
            const Json *name = item.find("name"_L1);
            if (name && seen.contains(name->string()))
                return name;
            if (name)
                seen.insert(name->string());
        }
        return nullptr;
    }

    /// `{ "$default": … }` and its kin, in a default value.
    void checkSpecialValue(const Json &value)
    {
        if (!value.isObject() || value.members().size() != 1 || !value.members()[0].key.startsWith(u'$'))
            return;
        const auto &[key, inner, offset] = value.members()[0];
        if (key == u"$default") {
            if (inner.string() != u"NOW" && inner.string() != u"UUIDV1" && inner.string() != u"UUIDV4")
                fault(inner, Text::tr("$default: expected \"NOW\", \"UUIDV1\" or \"UUIDV4\""));
        } else if (key == u"$fn") {
            if (!inner.isArray() || inner.items().isEmpty() || !inner.items()[0].isString())
                fault(inner, Text::tr("$fn: expected [NAME, ARGUMENT…]"));
        } else if (key == u"$literal" || key == u"$date" || key == u"$hex") {
            if (!inner.isString())
                fault(inner, Text::tr("%1: expected text, found %2").arg(key, inner.kindName()));
        } else if (key != u"$value") {
            faultAt(offset,
                    Text::tr("unknown value %1: expected $default, $fn, $literal, $date, $hex or $value")
                        .arg(key));
        }
    }

    const QByteArray &m_text;
    const Json &m_tree;
    QVarLengthArray<Step, 16> m_path;
    std::optional<Error> m_fault;
    QHash<QString, ModelId> m_models;
    QSet<QString> m_seenModels;
    QSet<QString> m_fileIds;
    QHash<QString, Type> m_types; ///< by their texts, of which there are few
    quint32 m_nextAttribute = 1;
    quint32 m_nextIndex = 1;
    quint32 m_nextAssociation = 1;
    quint32 m_nextQuery = 1;
};

}

Result<ProjectFile> readProject(const QByteArray &text)
{
    auto tree = parseJson(text);
    if (!tree)
        return tl::unexpected(tree.error());
    auto project = ProjectReader(text, *tree).read();
    if (!project)
        return tl::unexpected(project.error());
    return ProjectFile{std::move(*project), text, std::move(*tree)};
}

Result<ProjectFile> loadProject(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return refusal(Text::tr("cannot read the file: %1").arg(file.errorString()));
    if (file.size() > largestFile)
        return refusal(Text::tr("the file is larger than %1 MB").arg(largestFile >> 20));
    const QByteArray text = file.read(largestFile + 1);
    if (file.error() != QFileDevice::NoError)
        return refusal(Text::tr("cannot read the file: %1").arg(file.errorString()));
    return readProject(text);
}

}
