#include "model/file/locate.h"

namespace model {

namespace {

/// The value that stands in the tree where an element of that id stands in the list.
template <typename List, typename Identifier>
const Json *nodeOf(const Json &parent, QLatin1StringView key, const List &list, Identifier id)
{
    const Json *nodes = parent.find(key);
    for (qsizetype i = 0; nodes && i < list.size() && i < nodes->items().size(); ++i) {
        if (list[i].id == id)
            return &nodes->items()[i];
    }
    return nullptr;
}

}

Error locate(const ProjectFile &file, const Place &place)
{
    using namespace Qt::StringLiterals;
    const Json *node = nullptr;
    if (!place.model.isNull()) {
        node = nodeOf(file.tree, "models"_L1, file.project.models, place.model);
        const Model *model = modelOf(file.project, place.model);
        const Json *inner = nullptr;
        if (node && model && !place.attribute.isNull())
            inner = nodeOf(*node, "attributes"_L1, model->attributes, place.attribute);
        else if (node && model && !place.index.isNull())
            inner = nodeOf(*node, "indexes"_L1, model->indexes, place.index);
        if (inner)
            node = inner;
    } else if (!place.association.isNull()) {
        node = nodeOf(file.tree, "associations"_L1, file.project.associations, place.association);
    } else if (!place.query.isNull()) {
        node = nodeOf(file.tree, "queries"_L1, file.project.queries, place.query);
    }
    if (!node)
        return {};
    const Json *options = node->find("options"_L1);
    for (const Json *holder : {node, options}) {
        const Json *option = holder ? holder->find(place.option) : nullptr;
        if (option && !place.option.isEmpty()) {
            node = option;
            break;
        }
    }
    return errorAt(file.text, node->offset(), {});
}

Error located(Error error, const QByteArray &text)
{
    if (error.line > 0 || error.offset < 0)
        return error;
    return errorAt(text, error.offset, std::move(error.message));
}

}
