#include "views/data/labelbook.h"

using namespace Qt::StringLiterals;

namespace views {

namespace {

QString entryOf(const QString &model, const QString &column, const model::Value &key)
{
    return model + QChar(0) + column + QChar(0) + key.toText();
}

}

void LabelBook::note(const QString &model, const QString &column, const model::Value &key,
                     const QString &label)
{
    if (!label.isEmpty())
        m_labels.insert(entryOf(model, column, key), label);
}

QString LabelBook::labelOf(const model::RowColumn &column, const model::Value &key) const
{
    for (const model::Referred &referred : column.referred) {
        const QString label = m_labels.value(entryOf(referred.model, referred.column.name, key));
        if (!label.isEmpty())
            return label;
    }
    return {};
}

}
