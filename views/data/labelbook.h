#pragma once

#include "model/rows/rows.h"

#include <QHash>

namespace views {

/// What rows are called that pending changes lead to: no page that is at hand may say it.
class LabelBook
{
public:
    void note(const QString &model, const QString &column, const model::Value &key, const QString &label);
    /// What the row is called that a value of a key column leads to; null where nobody knows.
    QString labelOf(const model::RowColumn &column, const model::Value &key) const;

private:
    QHash<QString, QString> m_labels;
};

}
