#include "model/edit/edit.h"

#include "model/schema/schema.h"
#include "tests/support/projects.h"
#include "tests/support/testcase.h"

using namespace Qt::StringLiterals;
using namespace model;

class EditTest : public QObject
{
    Q_OBJECT

private:
    static Project workshop() { return test::sampleProject(u"workshop"_s); }
    static ModelId id(const Project &project, const QString &name) { return modelNamed(project, name)->id; }
    static const Query &query(const Project &project, const QString &name)
    {
        return *queryNamed(project, name);
    }

private Q_SLOTS:
    void addsAModelAtAPlace()
    {
        const Project project = *addModel(workshop(), u"Tag"_s, QPointF(10.4, 20.6));
        QVERIFY(modelNamed(project, u"Tag"));
        QCOMPARE(project.diagram.models.last().key, u"Tag"_s);
        QCOMPARE(project.diagram.models.last().x.text, u"10"_s);
        QCOMPARE(project.diagram.models.last().y.text, u"21"_s);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("what");
        for (const auto &what : {u"a name twice"_s, u"no name"_s, u"an attribute twice"_s,
                                 u"a self relation without aliases"_s, u"a query twice"_s})
            QTest::newRow(what.toUtf8()) << what;
    }
    void refuses()
    {
        QFETCH(QString, what);
        const Project project = workshop();
        Result<Project> result = project;
        if (what == u"a name twice")
            result = renameModel(project, id(project, u"User"_s), u"Project"_s);
        else if (what == u"no name")
            result = addModel(project, u" "_s);
        else if (what == u"an attribute twice")
            result = addAttribute(project, id(project, u"User"_s), {.name = u"email"_s});
        else if (what == u"a self relation without aliases")
            result = relate(project, {.from = id(project, u"User"_s), .to = id(project, u"User"_s)});
        else
            result = addQuery(project, u"Follower graph"_s, Json());
        QVERIFY(!result);
        QVERIFY(!result.error().message.isEmpty());
    }

    void aRenamedModelIsCarriedEverywhere()
    {
        const Project before = workshop();
        const Project project = *renameModel(before, id(before, u"User"_s), u"Member"_s);
        const Schema schema = resolve(project);
        QVERIFY(schema.problems.isEmpty());
        QCOMPARE(diagramKey(project, project.associations[0]), u"belongsToMany Member Project Tasks"_s);
        QVERIFY(std::any_of(project.diagram.models.begin(), project.diagram.models.end(),
                            [](const DiagramModel &box) { return box.key == u"Member"; }));
        QCOMPARE(query(project, u"Groups of a user"_s).find.value(u"model").string(), u"Member"_s);

        const Project throughRenamed = *renameModel(before, id(before, u"UserProjects"_s), u"Assignment"_s);
        QCOMPARE(throughRenamed.associations[0].through.model, u"Assignment"_s);
        QVERIFY(resolve(throughRenamed).table(u"Assignment")->column(u"userId"));
    }

    void derivedNamesInQueriesFollow()
    {
        // Group's plural names the alias Groups, in an include and in an order.
        const Project before = workshop();
        Project project = *renameModel(before, id(before, u"Group"_s), u"Team"_s);
        const QString find = compactJson(query(project, u"Groups of a user"_s).find);
        QVERIFY2(find.contains("\"include\":[{\"model\":\"Team\""_L1)
                     && find.contains("[{\"model\":\"Team\"},\"code\""_L1),
                 find.toUtf8());

        Association tasks = project.associations[0];
        tasks.as.name = u"Jobs"_s;
        project = *changeAssociation(project, tasks);
        const QString jobs = compactJson(query(project, u"Workers and their finished tasks"_s).find);
        QVERIFY2(jobs.contains("\"association\":\"Jobs\""_L1)
                     && jobs.contains("[\"Jobs\",\"title\",\"ASC\"]"_L1),
                 jobs.toUtf8());
    }

    void aRenamedAttributeIsCarriedEverywhere()
    {
        const Project before = workshop();
        const Model &group = *modelNamed(before, u"Group");
        Attribute code = *attributeNamed(group, u"code");
        code.name = u"tag"_s;
        const Project project = *changeAttribute(before, group.id, code);
        QCOMPARE(project.associations[3].sourceKey, u"tag"_s);
        QCOMPARE(project.associations[2].targetKey, u"tag"_s);
        QVERIFY(compactJson(query(project, u"Groups of a user"_s).find).contains("\"tag\",\"ASC\""_L1));
        QVERIFY(resolve(project).problems.isEmpty());

        const Model &join = *modelNamed(before, u"UserProjects");
        Attribute completed = *attributeNamed(join, u"completed");
        completed.name = u"done"_s;
        const Project renamed = *changeAttribute(before, join.id, completed);
        QVERIFY(compactJson(query(renamed, u"Workers and their finished tasks"_s).find)
                    .contains("\"where\":{\"done\":true}"_L1));
    }

    void indexesFollowTheirColumns()
    {
        const Project before = test::sampleProject(u"user-groups"_s);
        const Model &user = *modelNamed(before, u"User");
        Attribute second = *attributeNamed(user, u"userSecondId");
        second.field = u"second"_s;
        const Project project = *changeAttribute(before, user.id, second);
        QCOMPARE(modelNamed(project, u"User")->indexes[0].fields[0].name, u"second"_s);
    }

    void removingAModelTakesItsRelations()
    {
        const Project before = workshop();
        const Project project = *removeModel(before, id(before, u"Comment"_s));
        QCOMPARE(project.associations.size(), 6);
        QCOMPARE(project.diagram.models.size(), 3);
        // A through takes the relation along.
        QCOMPARE(removeModel(before, id(before, u"UserProjects"_s))->associations.size(), 6);
    }

    void connects_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("aliases"); ///< "forth back"
        QTest::addColumn<QString>("calls");
        QTest::newRow("n:m") << u"belongsToMany"_s << u""_s
                             << u"Project.Groups(ProjectGroups) Group.Projects(ProjectGroups)"_s;
        QTest::newRow("1:n") << u"hasMany"_s << u""_s << u"Project.Groups Group.Project"_s;
        QTest::newRow("1:1") << u"hasOne"_s << u""_s << u"Project.Group Group.Project"_s;
        QTest::newRow("n:1") << u"belongsTo"_s << u""_s << u"Project.Group"_s;
        QTest::newRow("with aliases") << u"hasMany"_s << u"teams owner"_s << u"Project.teams Group.owner"_s;
    }
    void connects()
    {
        QFETCH(QString, kind);
        QFETCH(QString, aliases);
        const Project before = workshop();
        const Project project = *relate(before,
                                        {.kind = *kindNamed(kind),
                                         .from = id(before, u"Project"_s),
                                         .to = id(before, u"Group"_s),
                                         .alias = aliases.section(u' ', 0, 0),
                                         .otherAlias = aliases.section(u' ', 1, 1)});
        const Schema schema = resolve(project);
        QVERIFY(schema.problems.isEmpty());
        QCOMPARE(schema.edges.size(), resolve(before).edges.size() + 1);
        QStringList calls;
        for (const ResolvedAssociation &a : schema.associations.mid(before.associations.size())) {
            const QString through = a.through < 0 ? QString() : u'(' + schema.tables[a.through].model + u')';
            calls.append(schema.tables[a.source].model + u'.' + a.as.value + through);
        }
        QTEST(calls.join(u' '), "calls");
    }

    void connectsAModelToItself()
    {
        const Project before = workshop();
        const ModelId group = id(before, u"Group"_s);
        const Project project =
            *relate(before, {.from = group, .to = group, .alias = u"Children"_s, .otherAlias = u"Parents"_s});
        const Schema schema = resolve(project);
        const ResolvedAssociation &children = schema.associations[schema.associations.size() - 2];
        QCOMPARE(children.foreignKey.value, u"ParentId"_s);
        QCOMPARE(children.otherKey.value, u"ChildId"_s);
        QVERIFY(schema.problems.isEmpty());
    }

    void declaresAThroughWithoutChangingItsTable_data()
    {
        QTest::addColumn<QString>("sample");
        QTest::addColumn<QString>("through");
        QTest::newRow("plural") << u"workshop"_s << u"usergroups"_s;
        QTest::newRow("without timestamps") << u"workshop"_s << u"follows"_s;
        QTest::newRow("snake") << u"worker-tasks"_s << u"worker_tasks"_s;
        QTest::newRow("singular") << u"user-project"_s << u"UserProject"_s;
    }
    void declaresAThroughWithoutChangingItsTable()
    {
        QFETCH(QString, sample);
        QFETCH(QString, through);
        const Project before = test::sampleProject(sample);
        const Project project = *declareThrough(before, through);
        QVERIFY(modelNamed(project, through));
        QCOMPARE(test::tableSql(project, through), test::tableSql(before, through));
    }

    void editsOfPartsGoToTheirPlace()
    {
        const Project before = workshop();
        const ModelId user = id(before, u"User"_s);
        Project project = *addAttribute(before, user, {.name = u"age"_s}, 1);
        QCOMPARE(modelNamed(project, u"User")->attributes[1].name, u"age"_s);
        const AttributeId age = modelNamed(project, u"User")->attributes[1].id;
        project = *moveAttribute(project, user, age, 3);
        QCOMPARE(modelNamed(project, u"User")->attributes[3].id, age);
        project = *removeAttribute(project, user, age);
        QCOMPARE(project, before);
        QVERIFY(!removeAttribute(project, user, age));

        project = *addIndex(before, user, {.fields = {{.name = u"name"_s}}});
        project = *removeIndex(project, user, modelNamed(project, u"User")->indexes[0].id);
        QCOMPARE(project, before);
    }

    void theOtherSideFollowsAnEnd_data()
    {
        QTest::addColumn<QByteArray>("calls");
        QTest::addColumn<QString>("option");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QByteArray>("after");
        const QByteArray forth = R"({ "kind": "belongsToMany", "source": "A", "target": "B", "through": "T")";
        const QByteArray back = R"({ "kind": "belongsToMany", "source": "B", "target": "A", "through": "T")";
        QTest::newRow("the other key that says the same")
            << forth + R"(, "foreignKey": "x", "otherKey": "y" },)" + back
                + R"(, "foreignKey": "y", "otherKey": "x" })"
            << u"foreignKey"_s << u"z"_s
            << forth + R"(, "foreignKey": "z", "otherKey": "y" },)" + back
                + R"(, "foreignKey": "y", "otherKey": "z" })";
        QTest::newRow("what is left to Sequelize stays") << forth + " }," + back
                + " }" << u"foreignKey"_s << u"z"_s << forth + R"(, "foreignKey": "z" },)" + back + " }";
        QTest::newRow("the through") << forth + " }," + back + " }" << u"through"_s << u"U"_s
                                     << QByteArray(forth + " }," + back + " }").replace("\"T\"", "\"U\"");
        QTest::newRow("both calls of a key")
            << QByteArray(R"({ "kind": "hasMany", "source": "A", "target": "B" },)"
                          R"({ "kind": "belongsTo", "source": "B", "target": "A" })")
            << u"foreignKey"_s << u"z"_s
            << QByteArray(R"({ "kind": "hasMany", "source": "A", "target": "B", "foreignKey": "z" },)"
                          R"({ "kind": "belongsTo", "source": "B", "target": "A", "foreignKey": "z" })");
        QTest::newRow("what a key refers to")
            << QByteArray(R"({ "kind": "hasMany", "source": "A", "target": "B" },)"
                          R"({ "kind": "belongsTo", "source": "B", "target": "A" })")
            << u"sourceKey"_s << u"code"_s
            << QByteArray(R"({ "kind": "hasMany", "source": "A", "target": "B", "sourceKey": "code" },)"
                          R"({ "kind": "belongsTo", "source": "B", "target": "A", "targetKey": "code" })");
    }
    void theOtherSideFollowsAnEnd()
    {
        QFETCH(QByteArray, calls);
        QFETCH(QString, option);
        QFETCH(QString, value);
        QFETCH(QByteArray, after);
        const QByteArray models = R"({ "name": "A" }, { "name": "B" })";
        const Project project = test::projectOf(models, calls);
        Association changed = project.associations[0];
        if (option == u"foreignKey")
            changed.foreignKey.attribute.edit().name = value;
        else if (option == u"sourceKey")
            changed.sourceKey = value;
        else
            changed.through.model = value;
        QCOMPARE(writeProject(*changeEnd(project, changed)), writeProject(test::projectOf(models, after)));
    }

    void changesAKind_data()
    {
        QTest::addColumn<QByteArray>("calls");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QByteArray>("after");
        const QByteArray many =
            R"({ "kind": "belongsToMany", "source": "A", "target": "B", "as": "Bees", "through": "ABs", "foreignKey": "aId" },)"
            R"({ "kind": "belongsToMany", "source": "B", "target": "A", "through": "ABs", "otherKey": "aId", "uniqueKey": "u" })";
        const QByteArray one =
            R"({ "kind": "hasMany", "source": "A", "target": "B", "as": "Bees", "foreignKey": "aId" },)"
            R"({ "kind": "belongsTo", "source": "B", "target": "A", "foreignKey": "aId" })";
        QTest::newRow("n:m to hasMany") << many << u"hasMany"_s << one;
        QTest::newRow("hasMany to hasOne")
            << one << u"hasOne"_s << QByteArray(one).replace("hasMany", "hasOne");
        QTest::newRow("hasMany to n:m")
            << one << u"belongsToMany"_s
            << QByteArray(
                   R"({ "kind": "belongsToMany", "source": "A", "target": "B", "as": "Bees", "through": "ABs", "foreignKey": "aId" },)"
                   R"({ "kind": "belongsToMany", "source": "B", "target": "A", "through": "ABs" })");
        QTest::newRow("hasMany to belongsTo")
            << one << u"belongsTo"_s
            << QByteArray(R"({ "kind": "belongsTo", "source": "A", "target": "B", "as": "Bees" },)"
                          R"({ "kind": "hasMany", "source": "B", "target": "A" })");
    }
    void changesAKind()
    {
        QFETCH(QByteArray, calls);
        QFETCH(QString, kind);
        QFETCH(QByteArray, after);
        const QByteArray models = R"({ "name": "A" }, { "name": "B" })";
        const Project project = test::projectOf(models, calls);
        const auto changed = changeKind(project, project.associations[0].id, *kindNamed(kind));
        QCOMPARE(writeProject(*changed), writeProject(test::projectOf(models, after)));
    }

    void renamesAThroughThatNoModelDeclares()
    {
        const Project before = workshop();
        const Project after = *renameAutomaticThrough(before, u"usergroups"_s, u"memberships"_s);
        QVERIFY(resolve(after).table(u"memberships"));
        QVERIFY(!resolve(after).table(u"usergroups"));
        QVERIFY(!renameAutomaticThrough(before, u"usergroups"_s, u"User"_s));
        QVERIFY(!renameAutomaticThrough(before, u"usergroups"_s, u"follows"_s));
        QVERIFY(!renameAutomaticThrough(before, u"usergroups"_s, u" "_s));
    }

    /// What names an attribute inside of a type, an index or a scope.
    void aRenameReachesWhatNamesTheAttribute()
    {
        const QByteArray models =
            R"x({ "name": "A", "attributes": [ { "name": "path", "type": "STRING" }, { "name": "url", "type": "VIRTUAL(STRING, ['path', 'id'])" } ], )x"
            R"x("options": { "defaultScope": { "attributes": ["path"] }, "scopes": { "one": { "where": { "path": "a" } } } }, )x"
            R"x("indexes": [ { "name": "i", "fields": [{ "$fn": ["lower", { "$col": "path" }] }] } ] })x";
        const Project before = test::projectOf(models, {});
        Attribute attribute = before.models[0].attributes[0];
        attribute.name = u"file"_s;
        const auto after = changeAttribute(before, before.models[0].id, attribute);
        QVERIFY(after);
        QCOMPARE(writeProject(*after),
                 writeProject(test::projectOf(QByteArray(models).replace("path", "file"), {})));
    }

    void bends()
    {
        const Project before = workshop();
        const AssociationId first = before.associations[0].id;
        const Project bent = *bendEdge(before, first, {{1, 2}, {3, 4}});
        QCOMPARE(bent.diagram.edges[0].bends.size(), 2);
        QCOMPARE(*bendEdge(bent, first, {}), before);
        QVERIFY(removeAssociations(bent, {first})->diagram.edges.isEmpty());
    }
};

THROUGHLINE_TEST(EditTest)
#include "tst_edit.moc"
