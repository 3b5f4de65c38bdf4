#pragma once

#include "views/inspector/form.h"

namespace views {

/// For onDelete and onUpdate.
QStringList actionWords();
QStringList typeChoices();
QStringList defaultChoices();

/// Adds the fields of everything that an attribute can say but its name. `access` gives the attribute of the
/// owner; `column` what it is made into, or nullptr; `row`
/// arranges two fields that belong together.
template <typename Owner, typename Access>
void addAttributeFields(OptionSet<Owner> &set, QVBoxLayout *layout, QWidget *(*row)(QWidget *, QWidget *),
                        Access access, std::function<const model::Column *(const Owner &)> column)
{
    using A = model::Attribute;
    using C = model::Column;
    const auto member = [access](auto pointer) {
        return [ access, pointer ](auto &owner) -> auto &
        {
            return access(owner).*pointer;
        };
    };
    const auto ghost = [column](auto value) {
        return [column, value](const Owner &owner) {
            const C *made = column(owner);
            const QString text = made ? value(*made) : QString();
            return text.isNull() ? GhostValue() : GhostValue{text, Form::tr("the column is made so")};
        };
    };
    const auto text = [&](const QString &label, auto pointer, auto value, const QStringList &choices = {}) {
        return set.add(new TextField(label, choices), member(pointer), ghost(value));
    };
    const auto flag = [&](const QString &label, auto pointer, auto value) {
        return set.add(new FlagField(label), member(pointer), ghost(value));
    };
    const auto flagText = [](bool value) { return textOf(std::optional(value)); };
    const auto none = [](const C &) { return QString(); };

    layout->addWidget(
        row(text(
                QStringLiteral("type"), &A::type, [](const C &c) { return textOf(c.type); }, typeChoices()),
            text(QStringLiteral("field"), &A::field, [](const C &c) { return c.name; })));
    layout->addWidget(row(flag(QStringLiteral("allowNull"), &A::allowNull,
                               [=](const C &c) { return flagText(c.isNullable()); }),
                          flag(QStringLiteral("primaryKey"), &A::primaryKey,
                               [=](const C &c) { return flagText(c.primaryKey); })));
    layout->addWidget(row(flag(QStringLiteral("autoIncrement"), &A::autoIncrement,
                               [=](const C &c) { return flagText(c.autoIncrement); }),
                          flag(QStringLiteral("autoIncrementIdentity"), &A::autoIncrementIdentity,
                               [=](const C &c) { return flagText(c.autoIncrementIdentity); })));
    layout->addWidget(row(
        text(QStringLiteral("unique"), &A::unique, none, {QStringLiteral("true"), QStringLiteral("false")}),
        text(QStringLiteral("defaultValue"), &A::defaultValue, none, defaultChoices())));
    layout->addWidget(text(QStringLiteral("comment"), &A::comment, none));
    const auto reference = [&](const QString &label, auto pointer, auto value) {
        return set.add(
            new TextField(label),
            [ access, pointer ](auto &owner) -> auto & { return opened(access(owner).references).*pointer; },
            ghost(value));
    };
    const auto referred = [](const C &c, auto part) {
        return c.references ? (*c.references).*part : QString();
    };
    const auto tablePart = [&](const QString &label, auto pointer, auto part) {
        return set.addWith(
            new TextField(label),
            [access, pointer](const Owner &owner) {
                return access(owner).references->model.*pointer;
            },
            [access, pointer](Owner &owner, const QString &entered) -> model::Result<void> {
                model::TableName &table = access(owner).references.edit().model;
                table.*pointer = entered;
                table.isObject = !table.schema.isNull();
                return {};
            },
            ghost([=](const C &c) { return referred(c, part); }));
    };
    layout->addWidget(
        row(tablePart(QStringLiteral("references.model"), &model::TableName::table, &model::Reference::table),
            reference(QStringLiteral("references.key"), &model::References::key,
                      [=](const C &c) { return referred(c, &model::Reference::column); })));
    layout->addWidget(row(
        tablePart(QStringLiteral("references.schema"), &model::TableName::schema, &model::Reference::schema),
        reference(QStringLiteral("references.deferrable"), &model::References::deferrable, none)));
    layout->addWidget(row(
        text(
            QStringLiteral("onDelete"), &A::onDelete, [](const C &c) { return c.onDelete; }, actionWords()),
        text(
            QStringLiteral("onUpdate"), &A::onUpdate, [](const C &c) { return c.onUpdate; }, actionWords())));
}

}
