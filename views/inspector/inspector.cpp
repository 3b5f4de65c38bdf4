#include "views/inspector/inspector.h"

#include "views/inspector/associationform.h"
#include "views/inspector/attributeform.h"
#include "views/inspector/attributegrid.h"
#include "views/inspector/modelform.h"
#include "views/inspector/otherforms.h"
#include "views/inspector/problemcards.h"
#include "views/theme/style.h"

#include <QLineEdit>
#include <QScrollArea>

namespace views {

Inspector::Inspector(QWidget *parent)
    : QWidget(parent), m_scroll(new QScrollArea), m_page(new QWidget), m_problems(new ProblemCards)
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_scroll);
    auto *page = new QVBoxLayout(m_page);
    page->setContentsMargins({});
    page->setSpacing(0);
    // The problems of an association stand between its ends and its methods, all others below the form.
    auto *below = new QVBoxLayout;
    below->setContentsMargins(metric::apart, 0, metric::apart, metric::apart);
    below->addWidget(m_problems);
    page->addLayout(below);
    page->addStretch();
    m_page->setBackgroundRole(QPalette::Base);
    m_scroll->setWidget(m_page);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    setAccessibleName(tr("Inspector"));
    connect(m_problems, &ProblemCards::fixPicked, this, &Inspector::applyFix);
}

void Inspector::show(const model::Project &project, const model::Schema &schema,
                     const QList<model::Problem> &problems)
{
    m_inspected.project = project;
    m_inspected.schema = schema;
    m_inspected.problems = problems;
    refresh();
}

void Inspector::select(const Selection &selection)
{
    if (m_inspected.selection == selection)
        return;
    // What is typed and not said yet belongs to what was selected before.
    for (QWidget *at = m_page->focusWidget(); at && at != m_page; at = at->parentWidget()) {
        if (auto *field = qobject_cast<Field *>(at))
            field->leave();
    }
    const bool isOther = m_inspected.selection.models != selection.models
        || m_inspected.selection.associations != selection.associations;
    m_inspected.selection = selection;
    refresh();
    if (isOther)
        m_scroll->ensureVisible(0, 0);
}

Inspector::Kind Inspector::kindOf(const Selection &selection) const
{
    const qsizetype count = selection.models.size() + selection.associations.size();
    if (count == 0)
        return ProjectKind;
    if (count > 1)
        return SeveralKind;
    if (!selection.associations.isEmpty())
        return edgeOf(m_inspected.schema, selection.associations.first()) ? AssociationKind : ProjectKind;
    const model::Model *model = modelOf(m_inspected.project, selection.models.first());
    if (!model)
        return ProjectKind;
    if (attributeOf(*model, selection.attribute))
        return AttributeKind;
    return indexOf(*model, selection.index) ? IndexKind : ModelKind;
}

Form *Inspector::form(Kind kind)
{
    if (m_forms[kind])
        return m_forms[kind];
    Form *made = nullptr;
    switch (kind) {
    case ProjectKind: made = new ProjectForm; break;
    case ModelKind: made = new ModelForm; break;
    case AttributeKind: made = new AttributeForm; break;
    case IndexKind: made = new IndexForm; break;
    case AssociationKind: {
        auto *association = new AssociationForm;
        connect(association->problems(), &ProblemCards::fixPicked, this, &Inspector::applyFix);
        made = association;
        break;
    }
    case SeveralKind: made = new SeveralForm; break;
    case kinds: Q_UNREACHABLE();
    }
    m_forms[kind] = made;
    static_cast<QVBoxLayout *>(m_page->layout())->insertWidget(0, made);
    connect(made, &Form::edited, this, &Inspector::edited);
    connect(made, &Form::deletionAsked, this, &Inspector::deletionAsked);
    connect(made, &Form::selected, this, [this](const Selection &selection) {
        select(selection);
        Q_EMIT selected(selection);
    });
    return made;
}

void Inspector::showEvent(QShowEvent *event)
{
    if (m_isStale) {
        m_isStale = false;
        refresh();
    }
    QWidget::showEvent(event);
}

void Inspector::refresh()
{
    if (!isVisible()) {
        m_isStale = true;
        return;
    }
    const Kind kind = kindOf(m_inspected.selection);
    Form *shown = form(kind);
    for (Form *each : m_forms) {
        if (each && each != shown)
            each->hide();
    }
    shown->show(m_inspected);
    shown->QWidget::show();
    const bool isElsewhere = kind == AssociationKind || kind == ProjectKind || kind == SeveralKind;
    m_problems->show(m_inspected.project, isElsewhere ? QList<model::Problem>() : problemsOf(m_inspected));
}

void Inspector::applyFix(const model::Fix &fix)
{
    const QString title = fix.title;
    if (const auto next = fix.apply(m_inspected.project))
        Q_EMIT edited(*next, title);
}

void Inspector::focusName()
{
    if (Form *shown = form(kindOf(m_inspected.selection)); auto *field = shown->findChild<TextField *>())
        field->edit()->setFocus(Qt::ShortcutFocusReason);
}

void Inspector::focusNextAttribute()
{
    if (kindOf(m_inspected.selection) == ModelKind)
        static_cast<ModelForm *>(form(ModelKind))->grid()->typeNext();
}

}
