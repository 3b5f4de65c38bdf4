#pragma once

#include "model/schema/schema.h"
#include "views/canvas/deletion.h"
#include "views/inspector/options.h"

#include <QVBoxLayout>
#include <QWidget>

class QLabel;

namespace views {

/// What the inspector looks at.
struct Inspected
{
    model::Project project;
    model::Schema schema;
    QList<model::Problem> problems;
    Selection selection;
};

/// A part of the inspector that shows one kind of thing.
class Form : public QWidget
{
    Q_OBJECT

public:
    explicit Form(QWidget *parent = nullptr);

    /// Shows what is inspected; never emits edited().
    void show(const Inspected &inspected);
    using QWidget::show;

Q_SIGNALS:
    void edited(const model::Project &next, const QString &what);
    /// Something else is to be selected.
    void selected(const views::Selection &selection);
    /// What is selected should go, with what depends on it.
    void deletionAsked(const views::Deletion &deletion);

protected:
    virtual void refresh() = 0;
    const Inspected &inspected() const { return m_inspected; }
    const model::Project &project() const { return m_inspected.project; }
    const model::Schema &schema() const { return m_inspected.schema; }
    /// Emits what an edit makes of the project, or says why it is refused.
    model::Result<void> apply(const model::Result<model::Project> &next, const QString &what);

    QVBoxLayout *body() const { return m_body; }
    /// The kind of thing and its name, at the top.
    void setHead(const QString &kind, const QString &name);
    void addHead();

private:
    Inspected m_inspected;
    QVBoxLayout *m_body = nullptr;
    QLabel *m_kind = nullptr;
    QLabel *m_name = nullptr;
};

/// A titled part of a form; one that is rarely needed is folded until its title is pressed.
class Section : public QWidget
{
    Q_OBJECT

public:
    explicit Section(const QString &title, bool isFolded = false, QWidget *parent = nullptr);

    QVBoxLayout *body() const { return m_body; }
    /// Puts a small button beside the title.
    void addCorner(QWidget *widget);
    void unfold();

private:
    QVBoxLayout *m_body = nullptr;
    QWidget *m_content = nullptr;
    QWidget *m_title = nullptr;
};

/// Two widgets in one row, equally wide; below each other where that would cut the words of a field.
QWidget *pairOf(QWidget *left, QWidget *right);
/// The same below each other, where there is no room for two.
QWidget *stackOf(QWidget *upper, QWidget *lower);

}
