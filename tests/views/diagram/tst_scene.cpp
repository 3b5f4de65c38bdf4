#include "tests/support/projects.h"
#include "tests/support/testcase.h"
#include "views/diagram/scene.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace views;

/// The diagram as a value: what is drawn, and that nothing lies on anything else.
class SceneTest : public QObject
{
    Q_OBJECT

private:
    /// Every letter is as wide, so that goldens are the same with any font.
    static qreal widthOf(const QString &text, TextRole role)
    {
        const bool isSmall = role == TextRole::Type || role == TextRole::TableName;
        return qreal(text.size()) * (isSmall ? 6.5 : 7);
    }

    static Scene sceneOf(const model::Project &project, const Scene *before = nullptr)
    {
        return scene(project, model::resolve(project), View(), widthOf, before);
    }

    static QString number(qreal value) { return QString::number(value, 'g', 8); }
    static QString text(QPointF p) { return number(p.x()) + u',' + number(p.y()); }
    static QString text(const QRectF &r)
    {
        return text(r.topLeft()) + u' ' + number(r.width()) + u'×' + number(r.height());
    }

    static QString word(EndMark mark)
    {
        switch (mark) {
        case EndMark::One: return u"one"_s;
        case EndMark::ZeroOrOne: return u"one?"_s;
        case EndMark::Many: return u"many"_s;
        }
        Q_UNREACHABLE();
    }

    static QString word(KeyMark mark)
    {
        switch (mark) {
        case KeyMark::None: return u" "_s;
        case KeyMark::Primary: return u"P"_s;
        case KeyMark::Unique: return u"U"_s;
        case KeyMark::Foreign: return u"F"_s;
        }
        Q_UNREACHABLE();
    }

    static QByteArray described(const Scene &scene)
    {
        QStringList lines;
        for (const Box &box : scene.boxes) {
            lines.append(u"box %1 (%2)%3 at %4"_s.arg(
                box.name, box.tableName, box.isThrough ? u" through"_s : QString(), text(box.rect)));
            for (const Row &row : box.rows)
                lines.append(u"  %1 %2 %3%4"_s.arg(word(row.mark), row.name, row.type,
                                                   row.isDerived ? u" derived"_s : QString()));
        }
        for (const Edge &edge : scene.edges) {
            QString line =
                u"edge %1 (%2) — %3 (%4)"_s.arg(scene.boxes[edge.from.box].name, word(edge.from.mark),
                                                scene.boxes[edge.to.box].name, word(edge.to.mark));
            if (edge.chip)
                line +=
                    u" through %1%2 at %3"_s.arg(edge.chip->name, edge.chip->count, text(edge.chip->rect));
            lines.append(line);
            for (const EdgeEnd *end : {&edge.from, &edge.to}) {
                if (!end->label.isEmpty())
                    lines.append(u"  %1 at %2"_s.arg(end->label, text(end->labelRect)));
            }
            QStringList points;
            for (const QPointF &point : edge.points)
                points.append(text(point));
            lines.append(u"  "_s + points.join(u" → "_s));
        }
        return lines.join(u'\n').toUtf8() + '\n';
    }

    /// Models with relations of all kinds, loops and parallel ones among them.
    static model::Project randomProject(int models, int relations, quint32 seed)
    {
        QRandomGenerator random(seed);
        model::Project project;
        for (int i = 0; i < models; ++i) {
            model::Model model{.id = {quint32(i + 1)}, .name = u"Model%1"_s.arg(i)};
            for (int a = int(random.bounded(7)); a > 0; --a)
                model.attributes.append({.id = {quint32(i * 10 + a)}, .name = u"attribute%1"_s.arg(a)});
            project.models.append(model);
        }
        for (int i = 0; i < relations; ++i) {
            model::Association call{.id = {quint32(i + 1)}, .as = {.name = u"alias%1"_s.arg(i)}};
            call.source.value = 1 + random.bounded(quint32(models));
            call.target.value = 1 + random.bounded(quint32(models));
            switch (random.bounded(3)) {
            case 0: call.through.model = u"through%1"_s.arg(i); break;
            case 1:
                call.kind = model::AssociationKind::HasMany;
                call.foreignKey.attribute.edit().name = u"key%1"_s.arg(i);
                break;
            default:
                call.kind = model::AssociationKind::BelongsTo;
                call.foreignKey.attribute.edit().name = u"key%1"_s.arg(i);
            }
            project.associations.append(call);
        }
        return project;
    }

    // What must not be ------------------------------------------------------------------------------------

    static bool isLevel(const QPointF &a, const QPointF &b) { return a.x() == b.x() || a.y() == b.y(); }

    static QStringList faultsOf(const Scene &scene)
    {
        QStringList faults;
        for (qsizetype i = 0; i < scene.boxes.size(); ++i) {
            for (qsizetype j = 0; j < i; ++j) {
                if (scene.boxes[i].rect.intersects(scene.boxes[j].rect))
                    faults.append(u"%1 lies on %2"_s.arg(scene.boxes[i].name, scene.boxes[j].name));
            }
        }
        for (qsizetype i = 0; i < scene.edges.size(); ++i) {
            faults += faultsOf(scene, i);
            for (qsizetype j = 0; j < i; ++j) {
                if (overlap(scene.edges[i].points, scene.edges[j].points))
                    faults.append(u"edges %1 and %2 run on each other"_s.arg(i).arg(j));
            }
        }
        return faults;
    }

    static QStringList faultsOf(const Scene &scene, qsizetype number)
    {
        QStringList faults;
        const Edge &edge = scene.edges[number];
        const auto blame = [&](const QString &what) { faults.append(u"edge %1 "_s.arg(number) + what); };
        if (edge.points.size() < 2) {
            blame(u"has no route"_s);
            return faults;
        }
        for (qsizetype p = 0; p + 1 < edge.points.size(); ++p) {
            const QPointF a = edge.points[p];
            const QPointF b = edge.points[p + 1];
            if (!isLevel(a, b))
                blame(u"is slanted"_s);
            const QRectF run = QRectF(a, b).normalized().adjusted(-0.5, -0.5, 0.5, 0.5);
            for (const Box &box : scene.boxes) {
                if (run.intersects(box.rect.adjusted(1, 1, -1, -1)))
                    blame(u"runs through "_s + box.name);
            }
        }
        const auto touches = [](const QRectF &box, QPointF p) {
            return box.adjusted(-0.5, -0.5, 0.5, 0.5).contains(p) && !box.adjusted(1, 1, -1, -1).contains(p);
        };
        if (!touches(scene.boxes[edge.from.box].rect, edge.points.first())
            || !touches(scene.boxes[edge.to.box].rect, edge.points.last()))
            blame(u"does not end at its boxes"_s);
        for (const QRectF &rect :
             {edge.from.labelRect, edge.to.labelRect, edge.chip ? edge.chip->rect : QRectF()}) {
            for (const Box &box : scene.boxes) {
                if (!rect.isEmpty() && rect.intersects(box.rect))
                    blame(u"has its words on "_s + box.name);
            }
        }
        if (edge.chip && edge.chip->rect.isEmpty())
            blame(u"hides its through"_s);
        for (const EdgeEnd *end : {&edge.from, &edge.to}) {
            if (!end->label.isEmpty() && end->labelRect.isEmpty())
                blame(u"hides the alias "_s + end->label);
        }
        return faults;
    }

    /// Whether two lines have a piece in common that is longer than a crossing.
    static bool overlap(const QList<QPointF> &one, const QList<QPointF> &other)
    {
        constexpr qreal thick = 1;
        for (qsizetype i = 0; i + 1 < one.size(); ++i) {
            const QRectF a = QRectF(one[i], one[i + 1]).normalized();
            for (qsizetype j = 0; j + 1 < other.size(); ++j) {
                const QRectF b = QRectF(other[j], other[j + 1]).normalized();
                const bool areBothAcross = a.height() == 0 && b.height() == 0;
                const bool areBothDown = a.width() == 0 && b.width() == 0;
                const qreal x = std::min(a.right(), b.right()) - std::max(a.left(), b.left());
                const qreal y = std::min(a.bottom(), b.bottom()) - std::max(a.top(), b.top());
                if ((areBothAcross && std::abs(a.top() - b.top()) < thick && x > thick)
                    || (areBothDown && std::abs(a.left() - b.left()) < thick && y > thick))
                    return true;
            }
        }
        return false;
    }

private Q_SLOTS:
    void samples_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name :
             {u"user-project"_s, u"worker-tasks"_s, u"worker-tasks-one-side"_s, u"family"_s, u"user-groups"_s,
              u"assignments"_s, u"assignments-own-id"_s, u"workshop"_s})
            QTest::newRow(name.toUtf8()) << name;
    }
    void samples()
    {
        QFETCH(QString, name);
        const Scene scene = sceneOf(test::sampleProject(name));
        QCOMPARE(faultsOf(scene).join(u'\n'), QString());
        QVERIFY(test::matchesGolden(described(scene), u"scene/%1.txt"_s.arg(name)));
    }

    void nothingLiesOnAnything_data()
    {
        QTest::addColumn<int>("models");
        QTest::addColumn<int>("relations");
        QTest::addColumn<quint32>("seed");
        for (const auto &[models, relations] :
             {std::pair(1, 4), {2, 5}, {4, 6}, {10, 14}, {30, 45}, {60, 80}}) {
            for (quint32 seed = 1; seed <= 3; ++seed)
                QTest::addRow("%d models, %d relations, %u", models, relations, seed)
                    << models << relations << seed;
        }
    }
    void nothingLiesOnAnything()
    {
        QFETCH(int, models);
        QFETCH(int, relations);
        QFETCH(quint32, seed);
        const model::Project project = randomProject(models, relations, seed);
        const Scene scene = sceneOf(project);
        QCOMPARE(faultsOf(scene).join(u'\n'), QString());
        QVERIFY(sceneOf(project) == scene); // the same every time
    }

    void theFaultsLookedForAreFound()
    {
        const Scene scene = sceneOf(test::sampleProject(u"workshop"_s));
        Scene onALine = scene;
        onALine.boxes[3].rect.moveCenter(scene.edges[1].chip->rect.center());
        QVERIFY(faultsOf(onALine).join(u'\n').contains(u"runs through"_s));
        QVERIFY(faultsOf(onALine).join(u'\n').contains(u"does not end at"_s));
        QVERIFY(faultsOf(onALine).join(u'\n').contains(u"words on"_s));
        Scene onAnother = scene;
        onAnother.edges[2].points = scene.edges[1].points;
        QVERIFY(faultsOf(onAnother).join(u'\n').contains(u"run on each other"_s));
        Scene onABox = scene;
        onABox.boxes[1].rect = scene.boxes[0].rect.translated(30, 30);
        QVERIFY(faultsOf(onABox).join(u'\n').contains(u"lies on"_s));
    }

    void aSceneThatHasNotChangedKeepsItsRoutes()
    {
        model::Project project = randomProject(12, 18, 5);
        const Scene before = sceneOf(project);
        for (const Box &box : before.boxes)
            project.diagram.models.append({.key = box.key, .x = box.rect.x(), .y = box.rect.y()});
        const Scene again = sceneOf(project, &before);
        for (qsizetype i = 0; i < before.edges.size(); ++i)
            QCOMPARE(again.edges[i].points, before.edges[i].points);
    }

    void aNewModelMovesNoOther()
    {
        model::Project project = randomProject(12, 18, 6);
        const Scene before = sceneOf(project);
        for (const Box &box : before.boxes)
            project.diagram.models.append({.key = box.key, .x = box.rect.x(), .y = box.rect.y()});
        project.models.append({.id = {100}, .name = u"New"_s});
        project.associations.append(
            {.id = {100}, .kind = model::AssociationKind::HasMany, .source = {1}, .target = {100}});
        const Scene after = sceneOf(project, &before);
        QCOMPARE(after.boxes.size(), before.boxes.size() + 1);
        for (qsizetype i = 0; i < before.boxes.size(); ++i)
            QCOMPARE(after.boxes[i].rect, before.boxes[i].rect);
        QCOMPARE(faultsOf(after).join(u'\n'), QString());
    }

    void boxesThatMoveTakeTheirLinesAlong()
    {
        const model::Project project = randomProject(14, 20, 8);
        Scene scene = sceneOf(project);
        QList<QRectF> rects;
        for (const Box &box : scene.boxes)
            rects.append(box.rect);
        Router router(rects, wiresOf(scene));
        for (int i = 0; i < scene.edges.size(); ++i)
            router.keep(i, routeOf(scene.edges[i]));
        // Far out to the left, then back among the others.
        const QRectF home = scene.boxes[3].rect;
        for (const QPointF by : {QPointF(-900, -300), QPointF(-900, 500), QPointF(0, 0)}) {
            scene.boxes[3].rect = home.translated(by);
            takeRoutes(scene, router, router.moveBoxes({{3, scene.boxes[3].rect}}));
            QCOMPARE(faultsOf(scene).join(u'\n'), QString());
        }
    }

    void loopsStayOutsideOfTheirBox()
    {
        const Scene scene = sceneOf(test::sampleProject(u"family"_s));
        const Edge &loop = scene.edges.first();
        QVERIFY(loop.isLoop());
        QVERIFY(loop.points.size() >= 4);
        QVERIFY(!loop.chip->rect.intersects(scene.boxes[0].rect));
        QVERIFY(loop.points.first() != loop.points.last());
    }

    void hostileNamesStayOnTheirLine()
    {
        model::Project project = randomProject(2, 0, 1);
        project.models[0].name = u"A\nB\t<b>"_s;
        project.models[1].name = QString(300, u'W');
        project.models[1].attributes.append({.id = {99}, .name = QString(300, u'x')});
        const Scene scene = sceneOf(project);
        QCOMPARE(scene.boxes[0].name, u"A B <b>"_s);
        QVERIFY(scene.boxes[1].rect.width() <= views::measure::maxBoxWidth);
        QVERIFY(scene.boxes[1].name.endsWith(u'…'));
    }

    void aPlaceThatIsNoneIsLeftOut()
    {
        model::Project project = randomProject(2, 0, 1);
        project.diagram.models = {{.key = u"Model0"_s, .x = 1e12, .y = 0.0},
                                  {.key = u"Model1"_s, .x = 40.0, .y = 40.0}};
        const Scene scene = sceneOf(project);
        QVERIFY(!scene.boxes[0].isPlaced);
        QVERIFY(std::abs(scene.boxes[0].rect.x()) < 2000);
    }
};

THROUGHLINE_TEST(SceneTest)
#include "tst_scene.moc"
