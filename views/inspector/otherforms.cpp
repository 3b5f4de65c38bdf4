#include "views/inspector/otherforms.h"

#include "model/edit/edit.h"
#include "views/inspector/modeloptions.h"
#include "views/inspector/optiontext.h"
#include "views/inspector/problemcards.h"
#include "views/theme/icons.h"
#include "views/theme/labels.h"

#include <QLabel>

using namespace Qt::StringLiterals;

namespace views {

ProjectForm::ProjectForm(QWidget *parent)
    : Form(parent), m_options([this](const model::Project &changed, const QString &label) {
          if (changed.name != project().name)
              return apply(model::renameProject(project(), changed.name), tr("Rename the project"));
          return apply(model::changeDefine(project(), changed.define),
                       tr("Change %1 of all models").arg(label));
      })
{
    addHead();
    m_hint = new MutedLabel;
    m_hint->setWordWrap(true);
    body()->addWidget(m_hint);
    body()->addWidget(m_options.addWith(
        new TextField(tr("name")), [](const model::Project &shown) { return shown.name; },
        [](model::Project &shown, const QString &text) { return takeText(text, shown.name); }));
    auto *define = new Section(tr("Options of all models (define)"));
    auto *more = new Section(tr("More options"), true);
    const auto options = [](auto &shown) -> auto &
    {
        return shown.define;
    };
    const auto noTable = [](const model::Project &) -> const model::Table * { return nullptr; };
    addModelOptions<model::Project>(m_options, define->body(), frequentModelOptions(), options, noTable);
    addModelOptions<model::Project>(m_options, more->body(), rareModelOptions(), options, noTable);
    body()->addWidget(define);
    body()->addWidget(more);
    body()->addStretch();
}

void ProjectForm::refresh()
{
    setHead(tr("Project"), project().name.isEmpty() ? tr("Without a name") : project().name);
    m_hint->setText(project().models.isEmpty()
                        ? tr("Press T on the diagram to add a model, then M to connect two of them.")
                        : tr("Select a model, an attribute or an association to see its options here."));
    m_options.show(project());
}

SeveralForm::SeveralForm(QWidget *parent) : Form(parent)
{
    addHead();
    m_list = new MutedLabel;
    m_list->setWordWrap(true);
    body()->addWidget(m_list);
    m_flags = new Section(tr("Options of all of them"));
    for (const QStringList &keys : frequentModelOptions())
        m_flags->body()->addWidget(pairOf(addFlag(keys[0]), addFlag(keys[1])));
    body()->addWidget(m_flags);
    auto *remove = new LinkButton(tr("Delete all of them"));
    remove->setIcon(icon(u"delete"_s, Tone::Accent));
    body()->addWidget(remove);
    auto *hint = new MutedLabel(tr("Drag one of them to move all; Arrange places just these anew."));
    hint->setWordWrap(true);
    body()->addWidget(hint);
    body()->addStretch();
    connect(remove, &QAbstractButton::clicked, this, &SeveralForm::remove);
}

Field *SeveralForm::addFlag(const QString &key)
{
    auto *field = new FlagField(key);
    const auto option = optionNamed<model::ModelOptions>(key);
    m_shown.append({field, option, modelOptionGhost(key)});
    connect(field, &Field::left, this, [this, field, option](const QString &text) {
        model::Result<model::Project> next = project();
        for (const model::ModelId id : inspected().selection.models) {
            const model::Model *model = next ? modelOf(*next, id) : nullptr;
            if (!model)
                continue;
            model::ModelOptions options = model->options;
            if (option.take(options, text))
                next = model::changeOptions(std::move(*next), id, options);
        }
        if (const auto taken = apply(next, tr("Change %1 of several models").arg(field->label())); !taken)
            field->refuse(taken.error().message);
    });
    return field;
}

/// What the models have alike, by themselves or by what Sequelize makes of them; else which has what.
FieldValue SeveralForm::valueOf(const Flag &flag) const
{
    QStringList given;
    QStringList reasons;
    QStringList with;
    QStringList without;
    for (const model::ModelId id : inspected().selection.models) {
        const model::Model *model = modelOf(project(), id);
        const int position = schema().tableOfDeclared.value(id, -1);
        if (!model || position < 0)
            continue;
        const model::Table &table = schema().tables[position];
        const GhostValue made = flag.ghost(&table);
        given.append(flag.option.text(model->options));
        reasons.append(made.reason);
        (made.value == u"true" ? with : without).append(model->name);
    }
    for (QStringList *each : {&given, &reasons})
        each->removeDuplicates();
    if (!with.isEmpty() && !without.isEmpty())
        return {.reason = tr("true in %1; false in %2").arg(with.join(u", "_s), without.join(u", "_s)),
                .differs = true};
    return {.text = given.size() == 1 ? given.first() : QString(),
            .derived = textOf(std::optional(without.isEmpty())),
            .reason = reasons.size() == 1 ? reasons.first() : QString()};
}

void SeveralForm::remove()
{
    if (const auto deletion = deletionOf(project(), schema(), inspected().selection))
        Q_EMIT deletionAsked(*deletion);
}

void SeveralForm::refresh()
{
    const Selection &selection = inspected().selection;
    QStringList counts;
    if (!selection.models.isEmpty())
        counts.append(counted(selection.models.size(), tr("1 model"), tr("%1 models")));
    if (!selection.associations.isEmpty())
        counts.append(counted(selection.associations.size(), tr("1 association"), tr("%1 associations")));
    setHead(tr("Selected"), counts.join(u", "_s));

    QStringList names;
    for (const model::ModelId id : selection.models) {
        if (const model::Model *model = modelOf(project(), id))
            names.append(model->name);
    }
    m_list->setText(names.join(u", "_s));
    m_list->setVisible(!names.isEmpty());
    m_flags->setVisible(names.size() > 1);
    for (const Flag &flag : m_shown)
        flag.field->show(valueOf(flag));
}

}
