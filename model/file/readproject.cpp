#include "model/file/optionreader.h"
#include "model/file/projectfile.h"

#include <QFile>
#include <QSet>

using namespace Qt::StringLiterals;

namespace model {

namespace {

constexpr auto currentFormat = "throughline/1"_L1;
constexpr qint64 largestFile = 256LL << 20;

/// Turns the tree into a project.
class ProjectReader : public OptionReader
{
public:
    ProjectReader(const QByteArray &text, const Json &tree) : OptionReader(text), m_tree(tree) { }

    Result<Project> read()
    {
        Project project;
        readFormat();
        if (!fault())
            nameModels();
        if (!fault())
            readValue(m_tree, project);
        if (fault())
            return tl::unexpected(*fault());
        return project;
    }

    using OptionReader::readValue;

    void readValue(const Json &json, Attribute &attribute)
    {
        attribute.id = AttributeId{m_nextAttribute++};
        readObject(*this, json, attribute);
        requireName(json, attribute.name);
        checkFileId(json, attribute.fileId);
        if (attribute.defaultValue)
            checkSpecialValue(*attribute.defaultValue);
    }

    void readValue(const Json &json, Index &index)
    {
        index.id = IndexId{m_nextIndex++};
        readObject(*this, json, index);
        checkFileId(json, index.fileId);
    }

    void readValue(const Json &json, Model &model)
    {
        readObject(*this, json, model);
        requireName(json, model.name);
        if (fault())
            return;
        model.id = m_models.value(model.name);
        if (m_seenModels.contains(model.name))
            return refuse(*json.find("name"_L1),
                          Text::tr("a model named %1 stands above already").arg(model.name));
        m_seenModels.insert(model.name);
        checkFileId(json, model.fileId);
        if (const Json *twin = firstTwin(json.find("attributes"_L1)))
            refuse(*twin, Text::tr("%1 has an attribute %2 already").arg(model.name, twin->string()));
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
        refuse(json, Text::tr("%1: expected %2, found %3").arg(path(), words, quotedJson(json.string())));
    }

    void readValue(const Json &json, ModelId &model)
    {
        QString name;
        readValue(json, name);
        if (fault())
            return;
        model = m_models.value(name);
        if (model.isNull())
            refuse(json, Text::tr("no model %1").arg(name));
    }

    void readValue(const Json &json, Association &association)
    {
        association.id = AssociationId{m_nextAssociation++};
        readObject(*this, json, association);
        checkFileId(json, association.fileId);
        for (const char *key : {"kind", "source", "target"}) {
            if (!fault() && !json.find(QLatin1StringView(key)))
                refuse(json, Text::tr("%1: \"%2\" is missing").arg(path(), QLatin1StringView(key)));
        }
    }

    void readValue(const Json &json, Query &query)
    {
        query.id = QueryId{m_nextQuery++};
        readObject(*this, json, query);
        requireName(json, query.name);
        if (!fault() && !query.find.isObject())
            refuse(json, Text::tr("%1: \"find\" is missing: the options of findAll").arg(path()));
    }

    void readValue(const Json &json, Ignored &ignored)
    {
        readObject(*this, json, ignored);
        if (!fault() && ignored.code.isEmpty())
            refuse(json, Text::tr("%1: \"code\" is missing").arg(path()));
    }

    void readValue(const Json &json, DiagramModel &box) { readObject(*this, json, box); }
    void readValue(const Json &json, DiagramEdge &edge) { readObject(*this, json, edge); }
    void readValue(const Json &json, Diagram &diagram) { readObject(*this, json, diagram); }
    void readValue(const Json &json, Project &project)
    {
        MemberReader members(*this, json);
        members.skip("format"_L1);
        visitMembers(members, project);
        if (const Json *twin = firstTwin(json.find("queries"_L1)))
            refuse(*twin, Text::tr("a query named %1 stands above already").arg(twin->string()));
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
            readList(*this, json, list);
        }
    }

private:
    void readFormat()
    {
        if (!m_tree.isObject())
            return expected(m_tree, Text::tr("a project: an object"));
        const Json *format = m_tree.find("format"_L1);
        if (!format)
            return refuse(m_tree, Text::tr("not a Throughline project: it has no \"format\""));
        const QString word = format->string();
        if (word == currentFormat)
            return;
        bool isNumber = false;
        const int number = QStringView(word).mid(12).toInt(&isNumber);
        if (word.startsWith("throughline/"_L1) && isNumber && number > 1) {
            return refuse(*format,
                          Text::tr("the file was written by a later Throughline (format %1); this one "
                                   "reads up to %2")
                              .arg(word, currentFormat));
        }
        refuse(*format, Text::tr("format: expected \"%1\"").arg(currentFormat));
    }

    /// Associations may refer to any model, so names come before everything else.
    void nameModels()
    {
        const Json *models = m_tree.find("models"_L1);
        if (!models)
            return refuse(m_tree, Text::tr("not a Throughline project: it has no \"models\""));
        quint32 next = 1;
        for (const Json &model : models->items()) {
            const Json *given = model.find("name"_L1);
            const QString name = given ? given->string() : QString();
            if (!m_models.contains(name))
                m_models.insert(name, ModelId{next++});
        }
    }

    void requireName(const Json &json, const QString &name)
    {
        if (!fault() && name.isEmpty()) {
            const Json *found = json.find("name"_L1);
            refuse(found ? *found : json,
                   found ? Text::tr("%1: the name is empty").arg(path())
                         : Text::tr("%1: \"name\" is missing").arg(path()));
        }
    }

    void checkFileId(const Json &json, const QString &id)
    {
        if (fault() || id.isNull())
            return;
        if (m_fileIds.contains(id))
            refuse(*json.find("id"_L1), Text::tr("the id %1 stands twice").arg(quotedJson(id)));
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

    const Json &m_tree;
    QHash<QString, ModelId> m_models;
    QSet<QString> m_seenModels;
    QSet<QString> m_fileIds;
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
