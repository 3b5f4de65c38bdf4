#include "views/inspector/otherforms.h"

#include "model/edit/edit.h"
#include "views/inspector/modeloptions.h"
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
    body()->addWidget(m_options.add(
        new TextField(tr("name")), [](auto &shown) -> auto & { return shown.name; }));
    auto *define = new Section(tr("Options of all models (define)"));
    auto *more = new Section(tr("More options"), true);
    addModelOptions<model::Project>(
        m_options, define->body(), more->body(), [](auto &shown) -> auto & { return shown.define; },
        [](const model::Project &) -> const model::Table * { return nullptr; });
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

SeveralForm::SeveralForm(QWidget *parent)
    : Form(parent), m_options([this](const model::ModelOptions &changed, const QString &label) {
          model::Result<model::Project> next = project();
          for (const model::ModelId id : inspected().selection.models) {
              if (!next)
                  break;
              model::ModelOptions options = modelOf(*next, id)->options;
              const model::ModelOptions &before = m_options.owner();
              const auto take = [&](auto member) {
                  if (changed.*member != before.*member)
                      options.*member = changed.*member;
              };
              take(&model::ModelOptions::timestamps);
              take(&model::ModelOptions::paranoid);
              take(&model::ModelOptions::underscored);
              take(&model::ModelOptions::freezeTableName);
              next = model::changeOptions(std::move(*next), id, options);
          }
          return apply(next, tr("Change %1 of several models").arg(label));
      })
{
    addHead();
    m_list = new MutedLabel;
    m_list->setWordWrap(true);
    body()->addWidget(m_list);
    m_flags = new Section(tr("Options of all of them"));
    const auto flag = [this](const QString &label, auto member) {
        return m_options.add(
            new FlagField(label), [member](auto &options) -> auto & { return options.*member; });
    };
    m_flags->body()->addWidget(pairOf(flag(u"timestamps"_s, &model::ModelOptions::timestamps),
                                      flag(u"paranoid"_s, &model::ModelOptions::paranoid)));
    m_flags->body()->addWidget(pairOf(flag(u"underscored"_s, &model::ModelOptions::underscored),
                                      flag(u"freezeTableName"_s, &model::ModelOptions::freezeTableName)));
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
    std::optional<model::ModelOptions> common;
    for (const model::ModelId id : selection.models) {
        const model::Model *model = modelOf(project(), id);
        if (!model)
            continue;
        names.append(model->name);
        if (!common) {
            common = model->options;
            continue;
        }
        const auto keep = [&](auto member) {
            if ((*common).*member != model->options.*member)
                ((*common).*member).reset();
        };
        keep(&model::ModelOptions::timestamps);
        keep(&model::ModelOptions::paranoid);
        keep(&model::ModelOptions::underscored);
        keep(&model::ModelOptions::freezeTableName);
    }
    m_list->setText(names.join(u", "_s));
    m_list->setVisible(!names.isEmpty());
    m_flags->setVisible(names.size() > 1);
    m_options.show(common.value_or(model::ModelOptions()));
}

}
