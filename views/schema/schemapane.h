#pragma once

#include "model/schema/schema.h"
#include "model/sql/dialect.h"
#include "views/diagram/selection.h"
#include "views/schema/textpane.h"

class QComboBox;

namespace views {

/// The script that creates the project's schema, in the dialect that is chosen.
class SchemaPane : public TextPane
{
    Q_OBJECT

public:
    explicit SchemaPane(QWidget *parent = nullptr);

    void show(const model::Project &project, const model::Schema &schema);
    using QWidget::show;
    /// Brings the table of what is selected into view.
    void select(const Selection &selection);
    const model::Dialect &dialect() const;
    void setDialect(const model::Dialect &dialect);

Q_SIGNALS:
    /// The user chose another one.
    void dialectChosen(const model::Dialect *dialect);

protected:
    QString suggestedName() const override;
    void refresh() override;

private:
    QComboBox *m_dialect = nullptr;
    QString m_name;
    model::Schema m_schema;
};

/// The project as a module for Sequelize.
class CodePane : public TextPane
{
    Q_OBJECT

public:
    explicit CodePane(QWidget *parent = nullptr);

    void show(const model::Project &project);
    using QWidget::show;

protected:
    QString suggestedName() const override;
    void refresh() override;

private:
    QComboBox *m_kind = nullptr;
    model::Project m_project;
};

}
