#pragma once

#include "model/sample/embedded.h"
#include "tests/support/projects.h"
#include "tests/support/testcase.h"
#include "views/preview/includetree.h"
#include "views/preview/preview.h"
#include "views/preview/recordtree.h"
#include "views/preview/sqlpane.h"
#include "views/theme/labels.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace views;

/// A preview on the screen, with a document that takes over every edit and a session that does every job on
/// the sample rows, when it is told to.
class PreviewStage
{
public:
    explicit PreviewStage(const model::Project &first)
    {
        QApplication::setPalette(paletteOf(lightTheme));
        preview.resize(1360, 360);
        QObject::connect(&preview, &Preview::edited, &preview,
                         [this](const model::Project &next, const QString &what) {
                             edits.append(what);
                             show(next);
                         });
        QObject::connect(&preview, &Preview::pathChanged, &preview,
                         [this](const QList<model::AssociationId> &next) { path = next; });
        QObject::connect(&preview, &Preview::refused, &preview,
                         [this](const QString &reason) { refusals.append(reason); });
        QObject::connect(&preview, &Preview::asked, &preview, [this](const Job &job) { jobs.append(job); });
        preview.show();
        QApplication::setActiveWindow(&preview);
        show(first);
        preview.showOrigin({.title = u"Sample rows"_s, .dialect = &model::sqliteDialect});
        settle();
    }

    void show(const model::Project &next)
    {
        project = next;
        schema = model::resolve(next);
        database = std::move(model::embeddedDatabase(schema, {.rows = 20, .seed = 1})->connection);
        preview.show(next, schema);
    }

    /// Lets the preview see to what it has noted, and does its latest job.
    void settle()
    {
        QTest::qWait(1);
        run();
    }
    void run()
    {
        if (jobs.isEmpty())
            return;
        const Job job = jobs.takeLast();
        jobs.clear();
        job.work(database.get());
        job.done();
    }

    void showQuery(const QString &name)
    {
        preview.showQuery(model::queryNamed(project, name)->id);
        settle();
    }
    QString find(const QString &name) const
    {
        return model::compactJson(model::queryNamed(project, name)->find);
    }
    QString aliases() const
    {
        QStringList names;
        for (const model::AssociationId id : path)
            names.append(schema.associations[schema.positionOf[id]].as.value);
        return names.join(u' ');
    }

    template <typename Widget>
    Widget *child(const QString &accessibleName) const
    {
        for (Widget *each : preview.findChildren<Widget *>()) {
            if (each->accessibleName() == accessibleName)
                return each;
        }
        return nullptr;
    }

    IncludeTree *tree() const { return preview.findChild<IncludeTree *>(); }
    QTreeView *records() const { return child<QTreeView>(u"Records"_s); }
    SqlPane *sql() const { return preview.findChild<SqlPane *>(); }

    /// The rows that a tree shows, indented, with the check marks.
    static QString shown(const QTreeView *view)
    {
        QStringList lines;
        collect(view, {}, 0, lines);
        return lines.join(u'\n');
    }
    static void collect(const QTreeView *view, const QModelIndex &parent, int depth, QStringList &lines)
    {
        for (int row = 0; row < view->model()->rowCount(parent); ++row) {
            const QModelIndex index = view->model()->index(row, 0, parent);
            const QVariant check = index.data(Qt::CheckStateRole);
            const QString mark = !check.isValid() ? QString()
                : check.toInt() == Qt::Checked    ? u"[x] "_s
                                                  : u"[ ] "_s;
            lines.append(QString(depth * 2, u' ') + mark + index.data().toString());
            if (view->isExpanded(index))
                collect(view, index, depth + 1, lines);
        }
    }

    /// The row that shows exactly these words.
    static QModelIndex row(const QTreeView *view, const QString &words, const QModelIndex &parent = {})
    {
        for (int i = 0; i < view->model()->rowCount(parent); ++i) {
            const QModelIndex index = view->model()->index(i, 0, parent);
            if (index.data().toString() == words)
                return index;
            if (view->isExpanded(index)) {
                if (const QModelIndex below = row(view, words, index); below.isValid())
                    return below;
            }
        }
        return {};
    }

    /// Clicks the check mark of an include.
    void toggle(const QString &words)
    {
        const QRect rect = tree()->visualRect(row(tree(), words));
        QTest::mouseClick(tree()->viewport(), Qt::LeftButton, {},
                          QPoint(rect.left() + 18, rect.center().y()));
        settle();
    }
    /// Double-clicks an include, so that its fields open.
    void open(const QString &words)
    {
        const QPoint at = tree()->visualRect(row(tree(), words)).center();
        QTest::mouseDClick(tree()->viewport(), Qt::LeftButton, {}, at);
        settle();
    }
    /// Types into a field of what is open, and Enter.
    void type(const QString &label, const QString &text, Qt::Key last = Qt::Key_Return)
    {
        auto *edit = child<QLineEdit>(label);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_Delete);
        QTest::keyClicks(edit, text);
        if (last != Qt::Key_unknown)
            QTest::keyClick(edit, last);
        settle();
    }

    /// The words of all labels that can be seen.
    QStringList words() const
    {
        QStringList words;
        for (const QLabel *label : preview.findChildren<QLabel *>()) {
            if (label->isVisible())
                words.append(label->text());
        }
        return words;
    }

    Preview preview;
    model::Project project;
    model::Schema schema;
    std::unique_ptr<model::Connection> database;
    QStringList edits;
    QStringList refusals;
    QList<model::AssociationId> path;
    QList<Job> jobs;
};
