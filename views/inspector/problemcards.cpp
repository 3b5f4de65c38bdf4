#include "views/inspector/problemcards.h"

#include "model/check/catalogue.h"
#include "model/edit/edit.h"
#include "views/problems/ignoremenu.h"
#include "views/theme/icons.h"
#include "views/theme/labels.h"
#include "views/theme/paint.h"
#include "views/theme/style.h"

#include <QLabel>
#include <QMenu>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace views {

namespace {

/// A frame in the colour of its problem, with the mark of its severity.
class Card : public QWidget
{
public:
    explicit Card(model::Severity severity) : m_severity(severity) { }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Theme &theme = themeOf(palette());
        const bool isHint = m_severity == model::Severity::Hint;
        paint::roundedBox(&painter, rect(), {}, isHint ? theme.hairline : theme.warning, metric::radius);
        const QRect mark(metric::apart - 2, metric::near, metric::iconSize, metric::iconSize);
        paintIcon(&painter, iconName(m_severity), mark, colourOf(toneOf(m_severity), theme));
    }

private:
    const model::Severity m_severity;
};

}

ProblemCards::ProblemCards(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(metric::near);
}

void ProblemCards::show(const model::Project &project, const QList<model::Problem> &problems)
{
    m_project = project;
    while (QLayoutItem *item = layout()->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const model::Problem &problem : problems) {
        auto *card = new Card(problem.severity);
        auto *rows = new QVBoxLayout(card);
        rows->setContentsMargins(metric::apart - 2, metric::near, metric::apart - 2, metric::near);
        rows->setSpacing(2);
        auto *head = new QHBoxLayout;
        auto *code = new MutedLabel(model::codeName(problem.code));
        code->setFont(smallFont(fixedFont()));
        head->addSpacing(metric::iconSize + metric::tight);
        head->addWidget(code);
        head->addStretch();
        auto *ignore = new LinkButton(tr("Ignore"));
        ignore->setTone(&Theme::muted);
        ignore->setFont(code->font());
        ignore->setToolTip(tr("Do not show this problem again: here, in its model or in the project"));
        connect(ignore, &QAbstractButton::clicked, this, [=, this] { openMenu(ignore, problem); });
        head->addWidget(ignore);
        rows->addLayout(head);
        auto *message = new QLabel(problem.message);
        message->setWordWrap(true);
        message->setTextFormat(Qt::PlainText);
        rows->addWidget(message);
        for (const model::Fix &fix : problem.fixes) {
            auto *link = new LinkButton(fix.title);
            link->setWordWrap(true);
            connect(link, &QAbstractButton::clicked, this, [this, fix] { Q_EMIT fixPicked(fix); });
            rows->addWidget(link);
        }
        card->setAccessibleName(model::severityName(problem.severity) + u' ' + model::codeName(problem.code) + u": "_s
                                + problem.message);
        layout()->addWidget(card);
    }
    setVisible(!problems.isEmpty());
}

void ProblemCards::openMenu(QWidget *under, const model::Problem &problem)
{
    QMenu menu(this);
    addIgnoreActions(menu, m_project, {problem}, [this](const model::Ignored &ignored) {
        Q_EMIT fixPicked({tr("Ignore %1").arg(ignored.code), [ignored](const model::Project &project) {
                              return model::addIgnored(project, ignored);
                          }});
    });
    menu.exec(under->mapToGlobal(QPoint(0, under->height())));
}

const model::Edge *edgeOf(const model::Schema &schema, model::AssociationId association)
{
    const int position = schema.positionOf.value(association, -1);
    for (const model::Edge &edge : schema.edges) {
        if (edge.associations.contains(position))
            return &edge;
    }
    return nullptr;
}

namespace {

model::AttributeId declaredKey(const model::Table &table, const model::Derived &key)
{
    const model::Column *column = table.column(key.value);
    return column ? column->declaredBy : model::AttributeId();
}

}

QList<model::Problem> problemsOf(const Inspected &inspected)
{
    const Selection &selection = inspected.selection;
    QList<model::AssociationId> calls = selection.associations;
    QList<model::AttributeId> keys; // what the ends refer to
    for (const model::AssociationId id : selection.associations) {
        const model::Edge *edge = edgeOf(inspected.schema, id);
        for (const int position : edge ? edge->associations : QList<int>()) {
            const model::ResolvedAssociation &call = inspected.schema.associations[position];
            calls.append(call.id);
            keys.append(declaredKey(inspected.schema.tables[call.source], call.sourceKey));
            keys.append(declaredKey(inspected.schema.tables[call.target], call.targetKey));
        }
    }
    QList<model::Problem> found;
    for (const model::Problem &problem : inspected.problems) {
        const model::Place &place = problem.place;
        bool isHere = false;
        if (!place.association.isNull())
            isHere = calls.contains(place.association);
        else if (!calls.isEmpty())
            isHere = !place.attribute.isNull() && keys.contains(place.attribute);
        else if (!selection.attribute.isNull())
            isHere = place.attribute == selection.attribute;
        else if (!selection.index.isNull())
            isHere = place.index == selection.index;
        else
            isHere = !place.model.isNull() && selection.models.contains(place.model);
        if (isHere)
            found.append(problem);
    }
    return found;
}

}
