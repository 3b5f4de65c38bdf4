#include "views/inspector/endform.h"

#include "model/edit/edit.h"
#include "views/inspector/attributefields.h"
#include "views/inspector/optiontext.h"
#include "views/theme/labels.h"
#include "views/theme/style.h"

#include <QLabel>

using namespace Qt::StringLiterals;

namespace views {

using model::Association;
using model::AssociationKind;
using model::ResolvedAssociation;

namespace {

const model::Attribute &keyAttribute(const model::ForeignKey &key)
{
    return *key.attribute;
}
model::Attribute &keyAttribute(model::ForeignKey &key)
{
    return key.attribute.edit();
}

/// Short bold words that are cut before they make the panel wider.
QLabel *boldLabel(const QString &words = {})
{
    auto *label = new QLabel(words);
    QFont font = label->font();
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    label->setTextFormat(Qt::PlainText);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    return label;
}

}

EndForm::EndForm(AssociationKind kind, bool isAlone)
    : m_kind(kind), m_options([this](const Association &changed, const QString &label) {
          return apply(model::changeEnd(project(), changed),
                       tr("Change %1 of %2").arg(label, schema().tables[resolved()->source].model));
      })
{
    body()->setContentsMargins({});
    m_title = boldLabel();
    body()->addWidget(m_title);
    addMain();
    if (isAlone)
        addAcross();
    addRare();
    body()->addStretch();
}

const ResolvedAssociation *EndForm::resolved() const
{
    const int position = schema().positionOf.value(m_call, -1);
    return position < 0 ? nullptr : &schema().associations[position];
}

const model::Column *EndForm::keyColumn(const model::Derived &key) const
{
    const ResolvedAssociation *call = resolved();
    const int holder = isManyToMany()          ? call->through
        : m_kind == AssociationKind::BelongsTo ? call->source
                                               : call->target;
    return holder < 0 ? nullptr : schema().tables[holder].column(key.value);
}

std::function<GhostValue(const Association &)>
EndForm::derivedGhost(model::Derived ResolvedAssociation::*derived) const
{
    return [this, derived](const Association &) {
        const ResolvedAssociation *call = resolved();
        if (!call)
            return GhostValue();
        const model::Derived &value = call->*derived;
        return GhostValue{value.value, model::reasonOf(schema(), *call, value)};
    };
}

Field *EndForm::addAlias()
{
    return m_options.add(u"as"_s, derivedGhost(&ResolvedAssociation::as));
}

Field *EndForm::addSingular()
{
    return m_options.addWith(
        new TextField(u"as.singular"_s), [](const Association &call) { return call.as.singular; },
        [this](Association &call, const QString &text) -> model::Result<void> {
            if (call.as.name.isNull() && !text.isNull())
                call.as.name = resolved()->as.value;
            call.as.singular = text;
            call.as.isObject = !text.isNull();
            return {};
        },
        [this](const Association &) {
            return resolved()
                ? GhostValue{resolved()->singular, tr("singular of %1").arg(resolved()->as.value)}
                : GhostValue();
        });
}

TextField *EndForm::addReferred(const QString &key, model::Derived ResolvedAssociation::*derived)
{
    return qobject_cast<TextField *>(m_options.add(key, derivedGhost(derived)));
}

Field *EndForm::addAction(const QString &key, QString model::Column::*made)
{
    return m_options.add(
        key,
        [this, made](const Association &) {
            const model::Column *column = resolved() ? keyColumn(resolved()->foreignKey) : nullptr;
            return column && !(column->*made).isNull() ? GhostValue{column->*made, tr("Sequelize's default")}
                                                       : GhostValue();
        },
        actionWords());
}

void EndForm::addMain()
{
    Field *alias = addAlias();
    body()->addWidget(alias);
    setFocusProxy(alias);
    body()->addWidget(m_options.add(u"foreignKey"_s, derivedGhost(&ResolvedAssociation::foreignKey)));
    if (m_kind == AssociationKind::BelongsTo) {
        m_targetKey = addReferred(u"targetKey"_s, &ResolvedAssociation::targetKey);
        body()->addWidget(m_targetKey);
    } else {
        m_sourceKey = addReferred(u"sourceKey"_s, &ResolvedAssociation::sourceKey);
        body()->addWidget(m_sourceKey);
    }
    body()->addWidget(addAction(u"onDelete"_s, &model::Column::onDelete));
}

/// What is missing stands in the rows of the fields that an end has.
void EndForm::addAcross()
{
    m_across = new QWidget;
    auto *layout = new QVBoxLayout(m_across);
    layout->setContentsMargins({});
    layout->setSpacing(metric::near);
    m_acrossTitle = boldLabel();
    layout->addWidget(m_acrossTitle);
    auto *add = new LinkButton(tr("Add the inverse"));
    add->setFixedHeight(m_targetKey ? m_targetKey->edit()->sizeHint().height()
                                    : m_sourceKey->edit()->sizeHint().height());
    auto *missing = new QVBoxLayout;
    missing->setSpacing(2);
    missing->addWidget(new MutedLabel(tr("no association back")));
    missing->addWidget(add);
    layout->addLayout(missing);
    if (isManyToMany())
        addOther(layout);
    connect(add, &QAbstractButton::clicked, this, [this] {
        apply(model::addAssociation(project(), model::inverseOf(project(), schema(), m_call)),
              tr("Add the inverse of %1").arg(resolved()->as.value));
    });
}

/// What an n:m says of its other end.
void EndForm::addOther(QVBoxLayout *layout)
{
    layout->addWidget(m_options.add(u"otherKey"_s, derivedGhost(&ResolvedAssociation::otherKey)));
    m_targetKey = addReferred(u"targetKey"_s, &ResolvedAssociation::targetKey);
    layout->addWidget(m_targetKey);
}

void EndForm::addRare()
{
    auto *more = new Section(tr("More options"), true);
    QVBoxLayout *layout = more->body();
    layout->addWidget(addAction(u"onUpdate"_s, &model::Column::onUpdate));
    layout->addWidget(m_options.add(u"constraints"_s, [](const Association &) {
        return GhostValue{u"true"_s, tr("Sequelize's default")};
    }));
    if (isToMany(m_kind))
        layout->addWidget(addSingular());
    if (isManyToMany())
        addThrough(layout);
    if (m_kind == AssociationKind::BelongsTo) {
        layout->addWidget(m_options.add(
            u"keyType"_s,
            [this](const Association &) {
                const model::Column *column = resolved() ? keyColumn(resolved()->foreignKey) : nullptr;
                return column ? GhostValue{textOf(column->type), tr("the type of the key it refers to")}
                              : GhostValue();
            },
            typeChoices()));
    } else {
        layout->addWidget(m_options.add(u"scope"_s));
    }
    addKey(layout, u"foreignKey"_s, &Association::foreignKey, &ResolvedAssociation::foreignKey);
    if (isManyToMany())
        addKey(layout, u"otherKey"_s, &Association::otherKey, &ResolvedAssociation::otherKey);
    body()->addWidget(more);
}

void EndForm::addThrough(QVBoxLayout *layout)
{
    if (!m_across)
        addOther(layout);
    const auto through = [this]() -> const model::Table * {
        return resolved() && resolved()->through >= 0 ? &schema().tables[resolved()->through] : nullptr;
    };
    layout->addWidget(m_options.add(u"uniqueKey"_s, [this, through](const Association &) {
        const model::Table *table = through();
        for (const model::UniqueKey &key : table ? table->uniqueKeys : QList<model::UniqueKey>()) {
            if (key.columns.contains(resolved()->foreignKeyColumn))
                return GhostValue{key.name, tr("table + both keys")};
        }
        return GhostValue();
    }));
    layout->addWidget(m_options.add(u"timestamps"_s, [through](const Association &) {
        return through() ? GhostValue{textOf(std::optional(through()->timestamps)), tr("the through")}
                         : GhostValue();
    }));
    const auto throughOption = [&](const QString &key, const QString &ghost) {
        const auto option = optionNamed<Association>(key);
        layout->addWidget(m_options.addWith(
            fieldOf(key, option.isFlag), option.text,
            [take = option.take](Association &call, const QString &text) {
                const auto taken = take(call, text);
                const model::Through &now = call.through;
                call.through.isObject = now.unique || now.scope || now.paranoid || !now.unknown.isEmpty();
                return taken;
            },
            [ghost](const Association &) {
                return ghost.isNull() ? GhostValue() : GhostValue{ghost, tr("Sequelize's default")};
            }));
    };
    throughOption(u"through.unique"_s, u"true"_s);
    throughOption(u"through.paranoid"_s, u"true"_s);
    throughOption(u"through.scope"_s, QString());
}

/// A key as an attribute: what it says beyond its name.
void EndForm::addKey(QVBoxLayout *layout, const QString &label, model::ForeignKey Association::*key,
                     model::Derived ResolvedAssociation::*derived)
{
    layout->addSpacing(metric::near);
    QLabel *title = boldLabel(tr("%1 as an attribute").arg(label));
    title->setWordWrap(true);
    layout->addWidget(title);
    auto *set = new OptionSet<Association>([this, key](Association changed, const QString &option) {
        model::ForeignKey &now = changed.*key;
        model::Attribute plain;
        plain.id = now.attribute->id;
        plain.name = now.attribute->name;
        now.isObject = !(*now.attribute == plain);
        return apply(model::changeEnd(project(), changed), tr("Change %1").arg(option));
    });
    m_keys.emplace_back(set);
    addAttributeFields<Association>(
        *set, layout, stackOf, [key](auto &call) -> auto & { return keyAttribute(call.*key); },
        [this, derived](const Association &) {
            return resolved() ? keyColumn(resolved()->*derived) : nullptr;
        });
}

void EndForm::refresh()
{
    const ResolvedAssociation *call = resolved();
    const Association *declared = associationOf(project(), m_call);
    if (!call || !declared)
        return;
    const model::Table &source = schema().tables[call->source];
    const model::Table &target = schema().tables[call->target];
    m_title->setText(tr("From %1").arg(source.model));
    m_title->setToolTip(tr("%1.%2(%3)").arg(source.model, model::kindName(m_kind), target.model));
    if (m_acrossTitle)
        m_acrossTitle->setText(tr("From %1").arg(target.model));
    const auto attributesOf = [](const model::Table &table) {
        QStringList names;
        for (const model::Column &column : table.columns)
            names.append(column.attribute);
        return names;
    };
    if (m_sourceKey)
        m_sourceKey->setChoices(attributesOf(source));
    if (m_targetKey)
        m_targetKey->setChoices(attributesOf(target));
    m_options.show(*declared);
    for (const auto &key : m_keys)
        key->show(*declared);
}

}
