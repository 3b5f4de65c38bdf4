#pragma once

#include "model/edit/findedit.h"
#include "views/preview/phrases.h"

#include <QCoreApplication>

namespace views {

/// One row of the include tree: a model or association that is, or can be, included, or what the query says
/// of the one above.
struct IncludeRow
{
    enum Part : quint8 { Model, Association, Lost, Through, Where, Order, Limit };

    Part part = Model;
    model::FindPlace place;
    int depth = 0;
    bool isIncluded = false;
    QString title;
    QString detail;
    model::AssociationId association;

    /// Can it be switched on and off? A Lost one, which no association is behind, only off.
    bool isCheckable() const { return part == Model || part == Association || part == Lost; }
    bool operator==(const IncludeRow &) const = default;

    Q_DECLARE_TR_FUNCTIONS(IncludeRow)
};

/// The rows of a query: the model, everything included, and what could be included next.
QList<IncludeRow> includeRows(const model::Json &find, const model::Schema &schema);

Phrases phrasesOf(const IncludeRow &row);

}
