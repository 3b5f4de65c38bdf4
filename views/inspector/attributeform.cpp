#include "views/inspector/attributeform.h"

#include "model/edit/attributeline.h"
#include "model/edit/edit.h"
#include "views/inspector/attributefields.h"
#include "views/inspector/optiontext.h"
#include "views/theme/icons.h"
#include "views/theme/labels.h"

#include <QLabel>

using namespace Qt::StringLiterals;

namespace views {

namespace {

/// Leads back to the model.
LinkButton *backLink(Form *form, const Inspected &inspected)
{
    auto *back = new LinkButton({});
    back->setIcon(icon(u"chevron-left"_s, Tone::Accent));
    back->setIconSize({12, 12});
    QObject::connect(back, &QAbstractButton::clicked, form, [form, &inspected] {
        Selection selection;
        selection.models = inspected.selection.models;
        Q_EMIT form->selected(selection);
    });
    return back;
}

void showBack(LinkButton *back, const model::Model &model)
{
    back->setText(model.name);
    back->updateGeometry();
}

}

AttributeForm::AttributeForm(QWidget *parent)
    : Form(parent), m_options([this](const model::Attribute &changed, const QString &label) {
          const model::ModelId model = inspected().selection.models.value(0);
          return apply(model::changeAttribute(project(), model, changed),
                       tr("Change %1 of %2").arg(label, m_options.owner().name));
      })
{
    m_back = backLink(this, inspected());
    body()->addWidget(m_back);
    addHead();
    m_why = new MutedLabel;
    m_why->setWordWrap(true);
    body()->addWidget(m_why);
    body()->addWidget(m_options.addWith(
        new TextField(tr("name")), [](const model::Attribute &attribute) { return attribute.name; },
        [](model::Attribute &attribute, const QString &text) { return model::takeName(text, attribute); }));
    addAttributeFields<model::Attribute>(
        m_options, body(), pairOf, [](auto &attribute) -> auto & { return attribute; },
        [this](const model::Attribute &) { return column(); });
    auto *remove = new LinkButton(tr("Delete attribute"));
    remove->setIcon(icon(u"delete"_s, Tone::Accent));
    body()->addWidget(remove);
    body()->addStretch();
    connect(remove, &QAbstractButton::clicked, this, [this] {
        const Selection selection = inspected().selection;
        const QString name = m_options.owner().name;
        const auto next = model::removeAttribute(project(), selection.models.value(0), selection.attribute);
        if (apply(next, tr("Delete attribute %1").arg(name)))
            m_back->click();
    });
}

const model::Column *AttributeForm::column() const
{
    const int table = schema().tableOfDeclared.value(inspected().selection.models.value(0), -1);
    const model::Model *model = modelOf(project(), inspected().selection.models.value(0));
    const model::Attribute *attribute =
        model ? attributeOf(*model, inspected().selection.attribute) : nullptr;
    return table < 0 || !attribute ? nullptr : schema().tables[table].column(attribute->name);
}

void AttributeForm::refresh()
{
    const model::Model *model = modelOf(project(), inspected().selection.models.value(0));
    const model::Attribute *attribute =
        model ? attributeOf(*model, inspected().selection.attribute) : nullptr;
    if (!attribute)
        return;
    showBack(m_back, *model);
    setHead(tr("Attribute"), attribute->name);
    const model::Column *made = column();
    m_why->setText(made ? model::reasonOf(schema(), *made) : QString());
    m_options.show(*attribute);
}

IndexForm::IndexForm(QWidget *parent)
    : Form(parent), m_options([this](const model::Index &changed, const QString &label) {
          const model::ModelId model = inspected().selection.models.value(0);
          return apply(model::changeIndex(project(), model, changed),
                       tr("Change %1 of the index").arg(label));
      })
{
    m_back = backLink(this, inspected());
    body()->addWidget(m_back);
    addHead();
    m_fields = qobject_cast<TextField *>(m_options.add(u"fields"_s));
    body()->addWidget(m_fields);
    body()->addWidget(m_options.add(u"name"_s, [this](const model::Index &index) {
        const int table = schema().tableOfDeclared.value(inspected().selection.models.value(0), -1);
        for (const model::TableIndex &made : schema().tables[table].indexes) {
            if (made.declared.id == index.id)
                return GhostValue{made.name, tr("table + columns")};
        }
        return GhostValue();
    }));
    body()->addWidget(pairOf(m_options.add(u"unique"_s), m_options.add(u"concurrently"_s)));
    const QStringList types{u"UNIQUE"_s, u"FULLTEXT"_s, u"SPATIAL"_s};
    const QStringList methods{u"BTREE"_s, u"HASH"_s, u"GIST"_s, u"GIN"_s, u"BRIN"_s};
    body()->addWidget(pairOf(m_options.add(u"type"_s, {}, types), m_options.add(u"using"_s, {}, methods)));
    body()->addWidget(m_options.add(u"operator"_s));
    body()->addWidget(m_options.add(u"where"_s));
    auto *remove = new LinkButton(tr("Delete index"));
    remove->setIcon(icon(u"delete"_s, Tone::Accent));
    body()->addWidget(remove);
    body()->addStretch();
    connect(remove, &QAbstractButton::clicked, this, [this] {
        const Selection selection = inspected().selection;
        const auto next = model::removeIndex(project(), selection.models.value(0), selection.index);
        if (apply(next, tr("Delete index")))
            m_back->click();
    });
}

void IndexForm::refresh()
{
    const model::Model *model = modelOf(project(), inspected().selection.models.value(0));
    const model::Index *index = model ? indexOf(*model, inspected().selection.index) : nullptr;
    if (!index)
        return;
    showBack(m_back, *model);
    setHead(tr("Index"), textOf(index->fields));
    QStringList columns;
    const int table = schema().tableOfDeclared.value(model->id, -1);
    for (const model::Column &column : schema().tables[table].columns) {
        if (!column.isVirtual())
            columns.append(column.name);
    }
    m_fields->setChoices(columns);
    m_options.show(*index);
}

}
