#include "views/inspector/associationform.h"

#include "model/edit/edit.h"
#include "model/schema/methods.h"
#include "views/inspector/endform.h"
#include "views/inspector/problemcards.h"
#include "views/theme/icons.h"
#include "views/theme/labels.h"
#include "views/theme/style.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace views {

using model::AssociationKind;

namespace {

QString arrowOf(AssociationKind kind)
{
    switch (kind) {
    case AssociationKind::BelongsToMany: return u"⇄"_s;
    case AssociationKind::HasMany:
    case AssociationKind::HasOne: return u"→"_s;
    case AssociationKind::BelongsTo: return u"←"_s;
    }
    Q_UNREACHABLE();
}

}

AssociationForm::AssociationForm(QWidget *parent)
    : Form(parent), m_kind(new QComboBox), m_grid(new QGridLayout), m_problems(new ProblemCards),
      m_methods(new QVBoxLayout)
{
    addHead();
    for (const auto kind : {AssociationKind::BelongsToMany, AssociationKind::HasMany, AssociationKind::HasOne,
                            AssociationKind::BelongsTo})
        m_kind->addItem(icon(iconName(kind), Tone::Muted), model::kindName(kind), int(kind));
    m_kind->setAccessibleName(tr("Kind"));
    auto *kind = new QVBoxLayout;
    kind->setSpacing(2);
    kind->addWidget(new MutedLabel(tr("Kind")));
    kind->addWidget(m_kind);
    body()->addLayout(kind);
    addThrough();

    m_grid->setSpacing(metric::near);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, 1);
    m_grid->setContentsMargins(0, metric::tight, 0, 0);
    body()->addLayout(m_grid);
    body()->addWidget(m_problems);

    auto *methods = new Section(tr("Methods this adds"));
    m_methods->setSpacing(metric::tight);
    methods->body()->addLayout(m_methods);
    body()->addWidget(methods);
    body()->addStretch();

    connect(m_kind, &QComboBox::activated, this, [this] {
        const auto chosen = AssociationKind(m_kind->currentData().toInt());
        const model::AssociationId id = schema().associations[edge()->associations.first()].id;
        apply(model::changeKind(project(), id, chosen), tr("Make it %1").arg(model::kindName(chosen)));
    });
}

const model::Edge *AssociationForm::edge() const
{
    return edgeOf(schema(), inspected().selection.associations.value(0));
}

void AssociationForm::addThrough()
{
    m_through = new TextField(tr("through"));
    m_open = new LinkButton(tr("Open"));
    m_through->setCorner(m_open);
    body()->addWidget(m_through);
    connect(m_through, &Field::left, this, [this](const QString &text) {
        if (const auto changed = changeThrough(text); !changed)
            m_through->refuse(changed.error().message);
    });
    connect(m_open, &QAbstractButton::clicked, this, [this] {
        const model::Table &table = schema().tables[edge()->through];
        model::Project next = project();
        if (table.isAutomatic()) {
            const auto declared = model::declareThrough(project(), table.model);
            if (!declared)
                return m_through->refuse(declared.error().message);
            next = *declared;
            apply(next, tr("Make a model of %1").arg(table.model));
        }
        Selection selection;
        selection.models = {modelNamed(next, m_through->value().text)->id};
        Q_EMIT selected(selection);
    });
}

/// Another name renames the through that only this edge has; the name of another model leads the edge there.
model::Result<void> AssociationForm::changeThrough(const QString &text)
{
    const model::Edge &shown = *edge();
    const model::Table &table = schema().tables[shown.through];
    const bool isTaken = modelNamed(project(), text) || schema().table(text);
    const QString what = tr("Change through to %1").arg(text);
    if (text.isEmpty())
        return model::refusal(tr("a through needs a name"));
    if (!isTaken && table.isAutomatic())
        return apply(model::renameAutomaticThrough(project(), table.model, text), what);
    if (!isTaken)
        return apply(model::renameModel(project(), table.declaredBy, text), what);
    model::Association first = project().associations[shown.associations.first()];
    first.through.model = text;
    return apply(model::changeEnd(project(), first), what);
}

void AssociationForm::showThrough(const model::Edge &shown)
{
    m_through->setVisible(shown.isManyToMany);
    if (!shown.isManyToMany || shown.through < 0)
        return;
    const model::Table &table = schema().tables[shown.through];
    const model::Model *model = modelOf(project(), table.declaredBy);
    m_through->setLabelText(model ? counted(model->attributes.size(),
                                            tr("through · model with 1 own attribute"),
                                            tr("through · model with %1 own attributes"))
                                  : tr("through · made by Sequelize"));
    m_through->show({table.model, {}, {}});
    QStringList models;
    for (const model::Table &each : schema().tables)
        models.append(each.model);
    m_through->setChoices(models);
    m_open->setText(model ? tr("Open") : tr("Make a model"));
    m_open->setToolTip(model
                           ? tr("Show the attributes of %1").arg(table.model)
                           : tr("Declare %1 as a model, to give it attributes of its own").arg(table.model));
    m_open->updateGeometry();
}

void AssociationForm::showEnds(const model::Edge &shown)
{
    const qsizetype count = shown.associations.size();
    bool fits = m_ends.size() == count;
    for (qsizetype i = 0; fits && i < count; ++i)
        fits = m_ends[i]->kind() == schema().associations[shown.associations[i]].kind;
    if (!fits) {
        const QWidget *focus = m_grid->parentWidget()->focusWidget();
        bool hadFocus = false;
        m_ends.clear();
        while (QLayoutItem *item = m_grid->takeAt(0)) {
            hadFocus |= focus && focus->hasFocus() && item->widget()->isAncestorOf(focus);
            item->widget()->hide();
            item->widget()->deleteLater();
            delete item;
        }
        for (qsizetype i = 0; i < count; ++i) {
            auto *end = new EndForm(schema().associations[shown.associations[i]].kind, count == 1);
            m_grid->addWidget(end, int(i / 2), int(i % 2), Qt::AlignTop);
            connect(end, &Form::edited, this, &Form::edited);
            end->QWidget::show();
            if (QWidget *across = end->across()) {
                m_grid->addWidget(across, 0, 1, Qt::AlignTop);
                across->show();
            }
            m_ends.append(end);
        }
        // What is new has the keyboard that the link to it had.
        if (hadFocus)
            m_ends.last()->setFocus();
    }
    for (qsizetype i = 0; i < count; ++i) {
        m_ends[i]->setCall(schema().associations[shown.associations[i]].id);
        static_cast<Form *>(m_ends[i])->show(inspected());
    }
}

void AssociationForm::showMethods(const model::Edge &shown)
{
    while (QLayoutItem *item = m_methods->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const int position : shown.associations) {
        const model::ResolvedAssociation &call = schema().associations[position];
        QStringList names;
        for (const auto &[role, method] : model::methodsOf(call))
            names.append(method);
        m_methods->addWidget(new MutedLabel(schema().tables[call.source].model));
        auto *list = new QLabel(names.join(u' '));
        list->setFont(fixedFont());
        list->setTextFormat(Qt::PlainText);
        list->setWordWrap(true);
        list->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        list->setAccessibleName(tr("Methods of %1").arg(schema().tables[call.source].model));
        m_methods->addWidget(list);
    }
}

void AssociationForm::refresh()
{
    const model::Edge *shown = edge();
    if (!shown)
        return;
    const model::ResolvedAssociation &first = schema().associations[shown->associations.first()];
    setHead(tr("Association"),
            schema().tables[first.source].model + u' ' + arrowOf(first.kind) + u' '
                + schema().tables[first.target].model);
    m_kind->setCurrentIndex(m_kind->findData(int(first.kind)));
    showThrough(*shown);
    showEnds(*shown);
    m_problems->show(project(), problemsOf(inspected()));
    showMethods(*shown);
}

}
