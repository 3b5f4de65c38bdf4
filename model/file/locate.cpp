#include "model/file/locate.h"

using namespace Qt::StringLiterals;

namespace model {

namespace {

constexpr int distance = 4096; // bytes between two marks

/// The value that stands in the tree where an element stands in its list.
template <typename List>
const Json *nodeOf(const Json &parent, QLatin1StringView key, const List &list,
                   const typename List::value_type *element)
{
    const Json *nodes = parent.find(key);
    const qsizetype position = element ? element - list.constData() : -1;
    return nodes && position >= 0 && position < nodes->items().size() ? &nodes->items()[position] : nullptr;
}

}

Locator::Locator(const ProjectFile &file) : m_file(file)
{
    m_marks.append({.line = 1, .column = 1, .offset = 0});
    while (m_marks.last().offset + distance < file.text.size())
        m_marks.append(errorAfter(file.text, m_marks.last(), m_marks.last().offset + distance));
}

Error Locator::locate(const Place &place) const
{
    const Project &project = m_file.project;
    const Json *node = nullptr;
    if (const Model *model = modelOf(project, place.model)) {
        node = nodeOf(m_file.tree, "models"_L1, project.models, model);
        const Json *inner = nullptr;
        if (node && !place.attribute.isNull())
            inner = nodeOf(*node, "attributes"_L1, model->attributes, attributeOf(*model, place.attribute));
        else if (node && !place.index.isNull())
            inner = nodeOf(*node, "indexes"_L1, model->indexes, indexOf(*model, place.index));
        if (inner)
            node = inner;
    } else if (!place.association.isNull()) {
        node = nodeOf(m_file.tree, "associations"_L1, project.associations,
                      associationOf(project, place.association));
    } else if (!place.query.isNull()) {
        node = nodeOf(m_file.tree, "queries"_L1, project.queries, queryOf(project, place.query));
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
    return errorAfter(m_file.text, m_marks[node->offset() / distance], node->offset());
}

Error located(Error error, const QByteArray &text)
{
    if (error.line > 0 || error.offset < 0)
        return error;
    return errorAt(text, error.offset, std::move(error.message));
}

}
