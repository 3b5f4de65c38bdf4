#include "views/schema/schemapane.h"

#include "model/code/sequelizecode.h"
#include "model/ddl/create.h"
#include "model/sql/literal.h"
#include "views/theme/labels.h"

#include <QComboBox>

using namespace Qt::StringLiterals;

namespace views {

SchemaPane::SchemaPane(QWidget *parent)
    : TextPane(SqlText::Language::Sql, tr("Schema"), parent), m_dialect(new QComboBox)
{
    m_dialect->setAccessibleName(tr("Dialect"));
    for (const model::Dialect *dialect : model::dialects())
        m_dialect->addItem(dialect->title, QString(dialect->id));
    addChooser(m_dialect);
    connect(m_dialect, &QComboBox::activated, this, [this] {
        invalidate();
        Q_EMIT dialectChosen(&dialect());
    });
}

void SchemaPane::show(const model::Project &project, const model::Schema &schema)
{
    m_name = project.name;
    m_schema = schema;
    invalidate();
}

void SchemaPane::select(const Selection &selection)
{
    int table = -1;
    if (selection.models.size() == 1) {
        table = m_schema.tableOfDeclared.value(selection.models.first(), -1);
    } else if (selection.models.isEmpty() && selection.associations.size() == 1) {
        const int position = m_schema.positionOf.value(selection.associations.first(), -1);
        table = position < 0 ? -1 : m_schema.associations[position].through;
    }
    if (table >= 0 && isVisible())
        showPlace(u"CREATE TABLE "_s + model::quotedTable(m_schema.tables[table], dialect()));
}

const model::Dialect &SchemaPane::dialect() const
{
    return *model::dialectNamed(m_dialect->currentData().toString());
}

void SchemaPane::setDialect(const model::Dialect &dialect)
{
    const int position = m_dialect->findData(QString(dialect.id));
    if (position == m_dialect->currentIndex())
        return;
    m_dialect->setCurrentIndex(position);
    invalidate();
}

QString SchemaPane::suggestedName() const
{
    return (m_name.isEmpty() ? u"schema"_s : m_name) + u'.' + dialect().id + u".sql"_s;
}

void SchemaPane::refresh()
{
    const bool isEmpty = m_schema.tables.isEmpty();
    setHint(isEmpty ? tr("No tables yet. Add a model, and its CREATE TABLE stands here.") : QString());
    setNote(isEmpty ? QString() : counted(m_schema.tables.size(), tr("1 table"), tr("%1 tables")));
    showText(isEmpty ? QString() : model::createScript(m_schema, dialect()));
}

CodePane::CodePane(QWidget *parent)
    : TextPane(SqlText::Language::JavaScript, tr("Code"), parent), m_kind(new QComboBox)
{
    m_kind->setAccessibleName(tr("Kind of module"));
    m_kind->addItem(tr("CommonJS"));
    m_kind->addItem(tr("ES module"));
    addChooser(m_kind);
    connect(m_kind, &QComboBox::activated, this, &CodePane::invalidate);
}

void CodePane::show(const model::Project &project)
{
    m_project = project;
    invalidate();
}

QString CodePane::suggestedName() const
{
    const QString name = m_project.name.isEmpty() ? u"models"_s : m_project.name;
    return name + (m_kind->currentIndex() == 0 ? u".cjs"_s : u".mjs"_s);
}

void CodePane::refresh()
{
    const auto kind =
        m_kind->currentIndex() == 0 ? model::ModuleKind::CommonJs : model::ModuleKind::EcmaScript;
    const bool isEmpty = m_project.models.isEmpty() && m_project.associations.isEmpty();
    setHint(isEmpty ? tr("No models yet. Add one, and the Sequelize module that defines it stands here.")
                    : QString());
    showText(isEmpty ? QString() : model::sequelizeCode(m_project, kind));
}

}
