#include "views/inspector/modelform.h"

#include "model/edit/edit.h"
#include "views/inspector/attributegrid.h"
#include "views/inspector/modeloptions.h"
#include "views/inspector/optiontext.h"
#include "views/theme/icons.h"
#include "views/theme/labels.h"
#include "views/theme/style.h"

using namespace Qt::StringLiterals;

namespace views {

ModelForm::ModelForm(QWidget *parent)
    : Form(parent), m_options([this](const model::Model &changed, const QString &label) {
          const model::Model &before = *modelOf(project(), changed.id);
          if (changed.name != before.name)
              return apply(model::renameModel(project(), changed.id, changed.name),
                           tr("Rename %1 to %2").arg(before.name, changed.name));
          return apply(model::changeOptions(project(), changed.id, changed.options),
                       tr("Change %1 of %2").arg(label, before.name));
      })
{
    addHead();
    addNames();
    addAttributes();
    addIndexes();
    addOptions();
    body()->addStretch();
}

const model::Table *ModelForm::table() const
{
    const int position = schema().tableOfDeclared.value(m_shown, -1);
    return position < 0 ? nullptr : &schema().tables[position];
}

void ModelForm::addNames()
{
    Field *name = m_options.addWith(
        new TextField(tr("name")), [](const model::Model &model) { return model.name; },
        [](model::Model &model, const QString &text) { return takeText(text, model.name); });
    Field *tableName = m_options.addIn(
        [](auto &model) -> auto & { return model.options; }, u"tableName"_s,
        [this](const model::Model &model) {
            const model::Table *made = table();
            if (!made)
                return GhostValue();
            const bool isFrozen = made->options.freezeTableName.value_or(false);
            return GhostValue{made->name.value,
                              isFrozen ? tr("frozen: the name of the model")
                                       : tr("plural of %1").arg(model.name)};
        });
    body()->addWidget(pairOf(name, tableName));
}

void ModelForm::addAttributes()
{
    auto *section = new Section(tr("Attributes"));
    m_grid = new AttributeGrid;
    m_note = new MutedLabel;
    m_note->setForegroundRole(QPalette::BrightText);
    m_note->setWordWrap(true);
    m_note->hide();
    m_open = new LinkButton({});
    // Its row is there before it is, so that nothing moves when an attribute is chosen.
    QSizePolicy policy = m_open->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_open->setSizePolicy(policy);
    section->addCorner(m_open);
    section->body()->addWidget(m_grid);
    section->body()->addWidget(m_note);
    body()->addWidget(section);
    m_open->hide();
    connect(m_grid, &AttributeGrid::edited, this, &Form::edited);
    connect(m_grid, &AttributeGrid::refused, this, [this](const QString &reason) {
        m_note->setText(reason);
        m_note->show();
    });
    connect(m_grid, &AttributeGrid::opened, this, &ModelForm::openAttribute);
    connect(m_open, &QAbstractButton::clicked, this, [this] { openAttribute(m_grid->current()); });
    connect(m_grid, &AttributeGrid::currentAttributeChanged, this, [this](model::AttributeId id) {
        const model::Model *model = modelOf(project(), m_shown);
        const model::Attribute *attribute = model ? attributeOf(*model, id) : nullptr;
        m_open->setText(attribute ? tr("Options of %1").arg(attribute->name) : QString());
        m_open->updateGeometry();
        m_open->setVisible(attribute);
    });
}

void ModelForm::openAttribute(model::AttributeId attribute)
{
    if (attribute.isNull())
        return;
    Selection selection;
    selection.models = {m_shown};
    selection.attribute = attribute;
    Q_EMIT selected(selection);
}

void ModelForm::addIndexes()
{
    m_indexes = new Section(tr("Indexes"));
    m_indexRows = new QVBoxLayout;
    m_indexRows->setSpacing(metric::tight);
    m_indexes->body()->addLayout(m_indexRows);
    auto *add = new LinkButton(tr("Add index"));
    m_indexes->addCorner(add);
    body()->addWidget(m_indexes);
    connect(add, &QAbstractButton::clicked, this, [this] {
        const model::Table *made = table();
        const model::AttributeId current = m_grid->current();
        QString column;
        for (const model::Column &each : made->columns) {
            const bool isWanted = !current.isNull() ? each.declaredBy == current : !each.primaryKey;
            if (column.isEmpty() && isWanted && !each.isVirtual())
                column = each.name;
        }
        if (column.isEmpty() && !made->columns.isEmpty())
            column = made->columns.first().name;
        const auto next = model::addIndex(project(), m_shown, {.fields = {{.name = column}}});
        if (apply(next, tr("Add index")) && next) {
            Selection selection;
            selection.models = {m_shown};
            selection.index = modelOf(*next, m_shown)->indexes.last().id;
            Q_EMIT selected(selection);
        }
    });
}

void ModelForm::showIndexes(const model::Model &model, const model::Table *made)
{
    while (QLayoutItem *item = m_indexRows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (qsizetype i = 0; i < model.indexes.size(); ++i) {
        const model::Index &index = model.indexes[i];
        QString name = index.name;
        for (const model::TableIndex &each : made ? made->indexes : QList<model::TableIndex>()) {
            if (each.declared.id == index.id)
                name = each.name;
        }
        auto *row = new LinkButton(u"%1 (%2)"_s.arg(name, textOf(index.fields)));
        row->setIcon(icon(index.unique.value_or(false) ? u"key-unique"_s : u"index"_s, Tone::Muted));
        row->setToolTip(row->text());
        connect(row, &QAbstractButton::clicked, this, [this, id = index.id] {
            Selection selection;
            selection.models = {m_shown};
            selection.index = id;
            Q_EMIT selected(selection);
        });
        m_indexRows->addWidget(row);
    }
}

void ModelForm::addOptions()
{
    auto *section = new Section(tr("Options"));
    auto *more = new Section(tr("More options"), true);
    const auto options = [](auto &model) -> auto &
    {
        return model.options;
    };
    const auto made = [this](const model::Model &) { return table(); };
    addModelOptions<model::Model>(m_options, section->body(), frequentModelOptions(), options, made);
    addModelOptions<model::Model>(m_options, more->body(), rareModelOptions(), options, made);
    body()->addWidget(section);
    body()->addWidget(more);
}

void ModelForm::refresh()
{
    const model::Model *model = modelOf(project(), inspected().selection.models.value(0));
    if (!model)
        return;
    const bool isOther = m_shown != model->id;
    m_shown = model->id;
    setHead(tr("Model"), model->name);
    m_options.show(*model);
    m_grid->show(project(), schema(), m_shown);
    if (isOther) {
        m_grid->setCurrentIndex({});
        m_open->hide();
    }
    m_note->hide();
    showIndexes(*model, table());
}

}
