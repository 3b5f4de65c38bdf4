#include "tests/app/window/datadesk.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>

using namespace Qt::StringLiterals;
using test::DataDesk;

/// Every item model of the window keeps Qt's rules for them while a project is opened, searched, edited and undone.
class ItemModelsTest : public QObject
{
    Q_OBJECT

private:
    /// Watches the models that no tester watches yet; returns the classes of those that it found.
    QStringList watch(QWidget &window)
    {
        QStringList found;
        for (QAbstractItemView *view : window.findChildren<QAbstractItemView *>()) {
            QAbstractItemModel *model = view->model();
            const QString name = model ? QString::fromLatin1(model->metaObject()->className()) : QString();
            // The palette's entries have no meta-object of their own.
            if (!name.startsWith(u"views::"_s) && name != u"QAbstractListModel"_s)
                continue;
            found.append(name);
            if (!m_watched.contains(model)) {
                m_watched.insert(model);
                new QAbstractItemModelTester(model, QAbstractItemModelTester::FailureReportingMode::QtTest, model);
            }
        }
        return found;
    }

    QSet<const QAbstractItemModel *> m_watched;

private Q_SLOTS:
    void modelsKeepTheRules()
    {
        DataDesk desk;
        QStringList found = watch(*desk.window);
        desk.window->open(test::sourcePath(u"resources/samples/user-project.throughline"_s));
        desk.settle();
        for (const QString &tab : {u"Preview"_s, u"Data"_s, u"Problems"_s}) {
            desk.pressTab(tab);
            found += watch(*desk.window);
        }
        desk.click(desk.head(u"User"_s));
        found += watch(*desk.window);
        desk.key(Qt::Key_K, Qt::ControlModifier);
        found += watch(*desk.window);
        desk.type(u"task"_s);
        desk.key(Qt::Key_Escape);
        desk.canvas()->setFocus();
        desk.key(Qt::Key_T);
        desk.type(u"Added"_s);
        desk.key(Qt::Key_Return);
        QVERIFY(model::modelNamed(desk.project(), u"Added"));
        desk.undo(1);
        desk.window->open(test::sourcePath(u"resources/samples/family.throughline"_s));
        desk.settle();
        for (const QString &tab : {u"Preview"_s, u"Data"_s, u"Problems"_s})
            desk.pressTab(tab);
        found.removeDuplicates();
        found.sort();
        QCOMPARE(found.join(u' '),
                 u"QAbstractListModel views::AttributeRows views::ExplorerList views::FlatRows views::IncludeList "
                 "views::ProblemList views::RecordTree views::RowsModel views::StatementsModel"_s);
    }
};

THROUGHLINE_TEST(ItemModelsTest)
#include "tst_itemmodels.moc"
