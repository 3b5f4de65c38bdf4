#pragma once

#include "views/inspector/form.h"

namespace views {

/// For onDelete and onUpdate.
QStringList actionWords();
QStringList typeChoices();

/// How an option of an attribute is shown.
struct AttributeField
{
    QString key;
    QStringList choices;
    /// The ghost is what the column has.
    bool showsColumn = false;
};

/// Everything that an attribute can say but its name, in rows of one or two fields.
QList<QList<AttributeField>> attributeFields();

/// What a column has of an option of attributes.
QString columnText(const model::Column &column, const QString &key);

/// Adds the fields of an attribute. `access` gives the attribute of the owner; `column` what it is made into,
/// or nullptr; `row` arranges two fields that belong together.
template <typename Owner, typename Access>
void addAttributeFields(OptionSet<Owner> &set, QVBoxLayout *layout, QWidget *(*row)(QWidget *, QWidget *),
                        Access access, std::function<const model::Column *(const Owner &)> column)
{
    const auto add = [&](const AttributeField &field) {
        const auto ghost = [column, key = field.key](const Owner &owner) {
            const model::Column *made = column(owner);
            const QString text = made ? columnText(*made, key) : QString();
            return text.isNull() ? GhostValue() : GhostValue{text, Form::tr("the column is made so")};
        };
        return set.addIn(access, field.key, field.showsColumn ? ghost : typename OptionSet<Owner>::Ghost(),
                         field.choices);
    };
    for (const QList<AttributeField> &fields : attributeFields()) {
        Field *first = add(fields[0]);
        layout->addWidget(fields.size() == 1 ? first : row(first, add(fields[1])));
    }
}

}
