#pragma once

#include "views/inspector/field.h"
#include "views/inspector/namedoption.h"

#include <functional>

namespace views {

/// What an option is where it is not given, and why.
struct GhostValue
{
    QString value;
    QString reason;
};

/// A box for an option that is true or false, else a text.
inline Field *fieldOf(const QString &key, bool isFlag, const QStringList &choices = {})
{
    if (isFlag)
        return new FlagField(key);
    return new TextField(key, choices);
}

/// The fields of one thing (a model, an attribute, an end of an edge): each knows the option it shows and
/// sets. What is entered becomes a changed copy of the thing.
template <typename Owner>
class OptionSet
{
public:
    /// Tries the changed thing; a refusal goes to the field.
    using Apply = std::function<model::Result<void>(const Owner &changed, const QString &label)>;

    explicit OptionSet(Apply apply) : m_apply(std::move(apply)) { }
    OptionSet(const OptionSet &) = delete;

    using Ghost = std::function<GhostValue(const Owner &)>;

    /// Adds the field of an option by its key in the file. `access` gives what has the option, by reference.
    template <typename Access>
    Field *addIn(Access access, const QString &key, Ghost ghost = {}, const QStringList &choices = {})
    {
        using Thing = std::remove_cvref_t<decltype(access(std::declval<Owner &>()))>;
        const NamedOption<Thing> option = optionNamed<Thing>(key);
        return addWith(
            fieldOf(key, option.isFlag, choices),
            [access, text = option.text](const Owner &owner) { return text(access(owner)); },
            [access, take = option.take](Owner &owner, const QString &text) {
                return take(access(owner), text);
            },
            std::move(ghost));
    }
    /// The same for an option of the thing itself.
    Field *add(const QString &key, Ghost ghost = {}, const QStringList &choices = {})
    {
        return addIn(
            [](auto &owner) -> auto & { return owner; }, key, std::move(ghost), choices);
    }

    /// Adds a field of what is no option by itself.
    Field *addWith(Field *field, std::function<QString(const Owner &)> text,
                   std::function<model::Result<void>(Owner &, const QString &)> take, Ghost ghost = {})
    {
        m_options.append({field, std::move(text), std::move(ghost)});
        QObject::connect(field, &Field::left, field, [this, field, take](const QString &entered) {
            Owner changed = m_owner;
            auto taken = take(changed, entered);
            if (taken && changed == m_owner)
                return showOption(field);
            if (taken)
                taken = m_apply(changed, field->label());
            if (!taken)
                field->refuse(taken.error().message);
        });
        return field;
    }

    void show(const Owner &owner)
    {
        m_owner = owner;
        for (const Option &option : m_options)
            showOption(option);
    }
    const Owner &owner() const { return m_owner; }

private:
    struct Option
    {
        Field *field;
        std::function<QString(const Owner &)> text;
        Ghost ghost;
    };

    void showOption(const Option &option) const
    {
        const GhostValue ghost = option.ghost ? option.ghost(m_owner) : GhostValue();
        option.field->show({option.text(m_owner), ghost.value, ghost.reason});
    }
    void showOption(const Field *field) const
    {
        for (const Option &option : m_options) {
            if (option.field == field)
                showOption(option);
        }
    }

    Apply m_apply;
    Owner m_owner;
    QList<Option> m_options;
};

}
