#include "model/schema/schema.h"

#include "model/check/catalogue.h"

#include "tests/support/projects.h"
#include "tests/support/testcase.h"

using namespace Qt::StringLiterals;
using namespace model;

namespace {

// Models without timestamps, as the reference of Sequelize's behaviour uses them.
constexpr auto user = R"({"name":"User","options":{"timestamps":false}})";
constexpr auto role = R"({"name":"Role","options":{"timestamps":false}})";
constexpr auto task = R"({"name":"Task","options":{"timestamps":false}})";
constexpr auto person = R"({"name":"Person","options":{"timestamps":false}})";

QByteArray list(std::initializer_list<QByteArray> items)
{
    return QByteArrayList(items).join(',');
}

QByteArray call(const QByteArray &kind, const QByteArray &source, const QByteArray &target,
                const QByteArray &options = {})
{
    return R"({"kind":")" + kind + R"(","source":")" + source + R"(","target":")" + target + '"'
        + (options.isEmpty() ? QByteArray() : "," + options) + '}';
}

}

/// What Sequelize's definitions and association calls leave behind, one documented case a row.
class ResolveTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tables_data()
    {
        QTest::addColumn<QByteArray>("models");
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("sql");
        const auto row = [](const char *name, const QByteArray &models, const QString &table,
                            const QString &columns) {
            QTest::newRow(name) << models << table << u"CREATE TABLE `%1` (%2)"_s.arg(table, columns);
        };
        row("timestamps and id come by themselves", R"({"name":"User"})", u"Users"_s,
            u"`id` INTEGER PRIMARY KEY AUTOINCREMENT, `createdAt` DATETIME NOT NULL, `updatedAt` DATETIME NOT NULL"_s);
        row("underscored",
            R"({"name":"OrderItem","attributes":[{"name":"unitPrice","type":"INTEGER"},{"name":"fooID","type":"INTEGER"}],"options":{"underscored":true}})",
            u"order_items"_s,
            u"`id` INTEGER PRIMARY KEY AUTOINCREMENT, `unit_price` INTEGER, `foo_i_d` INTEGER, `created_at` DATETIME NOT NULL, `updated_at` DATETIME NOT NULL"_s);
        row("freezeTableName beats underscored",
            R"({"name":"OrderItem","attributes":[{"name":"aB","type":"INTEGER"}],"options":{"underscored":true,"freezeTableName":true,"timestamps":false}})",
            u"OrderItem"_s, u"`id` INTEGER PRIMARY KEY AUTOINCREMENT, `a_b` INTEGER"_s);
        row("field beats underscored",
            R"({"name":"OrderItem","attributes":[{"name":"a","type":"INTEGER","field":"aCol"}],"options":{"tableName":"itemZ","underscored":true,"timestamps":false}})",
            u"itemZ"_s, u"`id` INTEGER PRIMARY KEY AUTOINCREMENT, `aCol` INTEGER"_s);
        row("the name option does not name the table",
            R"({"name":"Datum","options":{"name":{"singular":"DataRow","plural":"DataRows"},"timestamps":false}})",
            u"Data"_s, u"`id` INTEGER PRIMARY KEY AUTOINCREMENT"_s);
        row("renamed and dropped timestamps",
            R"({"name":"P","attributes":[{"name":"a","type":"INTEGER"}],"options":{"paranoid":true,"version":true,"createdAt":"created","updatedAt":false,"deletedAt":"gone"}})",
            u"Ps"_s,
            u"`id` INTEGER PRIMARY KEY AUTOINCREMENT, `a` INTEGER, `created` DATETIME NOT NULL, `gone` DATETIME, `version` INTEGER NOT NULL DEFAULT 0"_s);
        row("paranoid needs timestamps", R"({"name":"P","options":{"paranoid":true,"timestamps":false}})",
            u"Ps"_s, u"`id` INTEGER PRIMARY KEY AUTOINCREMENT"_s);
        row("a declared implicit attribute keeps its place",
            R"({"name":"P","attributes":[{"name":"createdAt","type":"DATEONLY"},{"name":"a","type":"TEXT"}]})",
            u"Ps"_s,
            u"`id` INTEGER PRIMARY KEY AUTOINCREMENT, `createdAt` DATE, `a` TEXT, `updatedAt` DATETIME NOT NULL"_s);
        row("virtual attributes have no column",
            R"({"name":"P","attributes":[{"name":"v","type":"VIRTUAL"}],"options":{"timestamps":false}})",
            u"Ps"_s, u"`id` INTEGER PRIMARY KEY AUTOINCREMENT"_s);
        row("uniques, alone and together",
            R"({"name":"C","attributes":[{"name":"a","type":"INTEGER","unique":true},{"name":"b","type":"INTEGER","unique":"uab"},{"name":"c","type":"INTEGER","unique":"uab"},{"name":"fF","type":"INTEGER","field":"f_f","unique":{"msg":"dup"}}],"options":{"timestamps":false}})",
            u"Cs"_s,
            u"`id` INTEGER PRIMARY KEY AUTOINCREMENT, `a` INTEGER UNIQUE, `b` INTEGER, `c` INTEGER, `f_f` INTEGER, UNIQUE (`b`, `c`), UNIQUE (`f_f`)"_s);
        row("uniqueKeys replace the groups",
            R"({"name":"C","attributes":[{"name":"a","type":"INTEGER","unique":"zz"},{"name":"b","type":"INTEGER"}],"options":{"timestamps":false,"uniqueKeys":{"my":{"fields":["a","b"]}}}})",
            u"Cs"_s,
            u"`id` INTEGER PRIMARY KEY AUTOINCREMENT, `a` INTEGER, `b` INTEGER, UNIQUE (`a`, `b`)"_s);
        row("a key of text",
            R"x({"name":"C","attributes":[{"name":"k","type":"STRING(4)","primaryKey":true,"allowNull":false}],"options":{"timestamps":false}})x",
            u"Cs"_s, u"`k` VARCHAR(4) NOT NULL PRIMARY KEY"_s);
        row("a key of two",
            R"x({"name":"C","attributes":[{"name":"a","type":"INTEGER","primaryKey":true},{"name":"b","type":"STRING(4)","primaryKey":true,"allowNull":false}],"options":{"timestamps":false}})x",
            u"Cs"_s, u"`a` INTEGER NOT NULL, `b` VARCHAR(4) NOT NULL, PRIMARY KEY (`a`, `b`)"_s);
        row("a single key with INT in its text is INTEGER",
            R"({"name":"C","attributes":[{"name":"k","type":"BIGINT","primaryKey":true,"allowNull":false,"unique":true,"defaultValue":1}],"options":{"timestamps":false}})",
            u"Cs"_s, u"`k` INTEGER PRIMARY KEY"_s);
        row("names that are whole numbers come first",
            R"({"name":"C","attributes":[{"name":"b","type":"INTEGER"},{"name":"10","type":"INTEGER"},{"name":"9","type":"INTEGER"}],"options":{"timestamps":false}})",
            u"Cs"_s, u"`9` INTEGER, `10` INTEGER, `id` INTEGER PRIMARY KEY AUTOINCREMENT, `b` INTEGER"_s);
        row("hostile names",
            R"({"name":"C","attributes":[{"name":"a`; DROP TABLE x; --","type":"INTEGER"}],"options":{"timestamps":false,"tableName":"we`ird\u0022x"}})",
            u"weird\"x"_s, u"`id` INTEGER PRIMARY KEY AUTOINCREMENT, `a; DROP TABLE x; --` INTEGER"_s);
    }
    void tables()
    {
        QFETCH(QByteArray, models);
        const Project project = test::projectOf(models, {});
        const Schema schema = resolve(project);
        QTEST(test::tableSql(project, schema.tables[0].name.value), "sql");
    }

    void defaults_data()
    {
        QTest::addColumn<QByteArray>("attribute");
        QTest::addColumn<QString>("clause");
        const auto row = [](const QByteArray &type, const QByteArray &value, const QString &clause) {
            const QByteArray attribute =
                "{\"name\":\"a\",\"type\":\"" + type + "\",\"defaultValue\":" + value + '}';
            QTest::newRow(type + ' ' + value) << attribute << clause;
        };
        row("INTEGER", "0", u"INTEGER DEFAULT 0"_s);
        row("STRING", "\"it's\"", u"VARCHAR(255) DEFAULT 'it''s'"_s);
        row("BOOLEAN", "true", u"TINYINT(1) DEFAULT 1"_s);
        row("FLOAT", "1.50", u"FLOAT DEFAULT '1.5'"_s);
        row("DATE", R"({"$date":"1970-01-01T00:00:00Z"})",
            u"DATETIME DEFAULT '1970-01-01 00:00:00.000 +00:00'"_s);
        row("JSON", R"({"a":1})", u"JSON DEFAULT '{\"a\":1}'"_s);
        row("TEXT", "null", u"TEXT DEFAULT NULL"_s);
        row("DATE", R"({"$default":"NOW"})", u"DATETIME"_s);
        row("UUID", R"({"$default":"UUIDV4"})", u"UUID"_s);
        row("INTEGER", R"({"$fn":["abs",-1]})", u"INTEGER DEFAULT abs(-1)"_s);
        row("DATE", R"({"$literal":"CURRENT_TIMESTAMP"})", u"DATETIME DEFAULT CURRENT_TIMESTAMP"_s);
        row("BLOB", R"({"$hex":"6869"})", u"BLOB DEFAULT X'6869'"_s);
        row("INTEGER", R"({"$hex":"6869"})", u"INTEGER DEFAULT 'hi'"_s);
        row("FLOAT", R"({"$hex":"6869"})", u"FLOAT DEFAULT 'NaN'"_s);
        row("FLOAT", R"({"$hex":"3132"})", u"FLOAT DEFAULT '12'"_s);
        row("DATE", R"({"$hex":"6869"})", u"DATETIME DEFAULT 'Invalid date'"_s);
        row("JSON", R"({"$hex":"6869"})", u"JSON DEFAULT '{\"type\":\"Buffer\",\"data\":[104,105]}'"_s);
        row("STRING", R"("false")", u"VARCHAR(255) DEFAULT 0"_s); // Sequelize rewrites the text
        row("STRING", "\"'); DROP TABLE x; --\"", u"VARCHAR(255) DEFAULT '''); DROP TABLE x; --'"_s);
    }
    void defaults()
    {
        QFETCH(QByteArray, attribute);
        QFETCH(QString, clause);
        const Project project = test::projectOf(
            R"({"name":"A","attributes":[)" + attribute + R"(],"options":{"timestamps":false}})", {});
        QCOMPARE(test::tableSql(project, u"As"_s),
                 u"CREATE TABLE `As` (`id` INTEGER PRIMARY KEY AUTOINCREMENT, `a` %1)"_s.arg(clause));
    }

    void indexes_data()
    {
        QTest::addColumn<QByteArray>("index");
        QTest::addColumn<QString>("sql");
        QTest::newRow("named by table and columns")
            << QByteArray(R"({"fields":["firstName"]})")
            << u"CREATE INDEX `user_things_first_name` ON `UserThings` (`firstName`)"_s;
        QTest::newRow("type UNIQUE is unique")
            << QByteArray(R"({"name":"n","type":"unique","fields":["firstName"]})")
            << u"CREATE UNIQUE INDEX `n` ON `UserThings` (`firstName`)"_s;
        QTest::newRow("order and collation")
            << QByteArray(
                   R"({"name":"n","fields":[{"name":"firstName","collate":"NOCASE","order":"DESC"},"id"]})")
            << u"CREATE INDEX `n` ON `UserThings` (`firstName` COLLATE `NOCASE` DESC, `id`)"_s;
        QTest::newRow("partial")
            << QByteArray(R"({"name":"n","fields":["id"],"where":{"firstName":{"$ne":null},"id":{"$gt":3}}})")
            << u"CREATE INDEX `n` ON `UserThings` (`id`) WHERE `firstName` IS NOT NULL AND `id` > 3"_s;
        QTest::newRow("an expression")
            << QByteArray(R"x({"name":"n","fields":[{"$literal":"lower(firstName)"}]})x")
            << u"CREATE INDEX `n` ON `UserThings` (lower(firstName))"_s;
    }
    void indexes()
    {
        QFETCH(QByteArray, index);
        const Project project = test::projectOf(
            R"({"name":"UserThing","attributes":[{"name":"firstName","type":"TEXT"}],"indexes":[)" + index
                + "]}",
            {});
        QTEST(test::tableSql(project, u"UserThings"_s).section(u'\n', 1), "sql");
    }

    void foreignKeys_data()
    {
        QTest::addColumn<QByteArray>("associations");
        QTest::addColumn<QString>("columns"); ///< of Tasks, behind its id
        const auto row = [](const char *name, std::initializer_list<QByteArray> calls,
                            const QString &columns) { QTest::newRow(name) << list(calls) << columns; };
        const QString key = u"`UserId` INTEGER REFERENCES `Users` (`id`)"_s;
        const QByteArray required = R"("foreignKey":{"allowNull":false})";
        row("hasMany", {call("hasMany", "User", "Task")}, key + u" ON DELETE SET NULL ON UPDATE CASCADE"_s);
        row("belongsTo", {call("belongsTo", "Task", "User")},
            key + u" ON DELETE SET NULL ON UPDATE CASCADE"_s);
        row("hasOne", {call("hasOne", "User", "Task")}, key + u" ON DELETE SET NULL ON UPDATE CASCADE"_s);
        row("hasMany, required", {call("hasMany", "User", "Task", required)},
            u"`UserId` INTEGER NOT NULL REFERENCES `Users` (`id`) ON DELETE CASCADE ON UPDATE CASCADE"_s);
        row("belongsTo, required", {call("belongsTo", "Task", "User", required)},
            u"`UserId` INTEGER NOT NULL REFERENCES `Users` (`id`) ON DELETE NO ACTION ON UPDATE CASCADE"_s);
        row("the first call wins",
            {call("hasMany", "User", "Task"), call("belongsTo", "Task", "User", required)},
            key + u" ON DELETE SET NULL ON UPDATE CASCADE"_s);
        row("the first call wins, the other way",
            {call("belongsTo", "Task", "User", required), call("hasMany", "User", "Task")},
            u"`UserId` INTEGER NOT NULL REFERENCES `Users` (`id`) ON DELETE NO ACTION ON UPDATE CASCADE"_s);
        row("a later onDelete is ignored",
            {call("belongsTo", "Task", "User"), call("hasMany", "User", "Task", R"("onDelete":"cascade")")},
            key + u" ON DELETE SET NULL ON UPDATE CASCADE"_s);
        row("without constraints", {call("hasMany", "User", "Task", R"("constraints":false)")},
            u"`UserId` INTEGER"_s);
        row("without constraints, but with an action",
            {call("hasMany", "User", "Task", R"("constraints":false,"onDelete":"cascade")")},
            key + u" ON DELETE CASCADE"_s);
        row("constraints come back",
            {call("hasMany", "User", "Task", R"("constraints":false)"), call("belongsTo", "Task", "User")},
            key + u" ON DELETE SET NULL ON UPDATE CASCADE"_s);
        row("hasOne takes the alias",
            {call("hasOne", "User", "Task", R"("as":"mainTask")"), call("belongsTo", "Task", "User")},
            u"`mainTaskId` INTEGER REFERENCES `Users` (`id`) ON DELETE SET NULL ON UPDATE CASCADE, `UserId` INTEGER REFERENCES `Users` (`id`) ON DELETE SET NULL ON UPDATE CASCADE"_s);
        row("hasMany does not", {call("hasMany", "User", "Task", R"("as":"jobs")")},
            key + u" ON DELETE SET NULL ON UPDATE CASCADE"_s);
        row("belongsTo does", {call("belongsTo", "Task", "User", R"("as":"owner")")},
            u"`ownerId` INTEGER REFERENCES `Users` (`id`) ON DELETE SET NULL ON UPDATE CASCADE"_s);
        row("a key as an attribute",
            {call(
                "hasMany", "User", "Task",
                R"("foreignKey":{"name":"ownerId","field":"owner_id","allowNull":false,"defaultValue":1,"unique":true,"type":"BIGINT"})")},
            u"`owner_id` BIGINT NOT NULL DEFAULT 1 UNIQUE REFERENCES `Users` (`id`) ON DELETE CASCADE ON UPDATE CASCADE"_s);
        row("two belongsTo",
            {call("belongsTo", "Task", "User", R"("as":"author")"),
             call("belongsTo", "Task", "User", R"("as":"reviewer")")},
            u"`authorId` INTEGER REFERENCES `Users` (`id`) ON DELETE SET NULL ON UPDATE CASCADE, `reviewerId` INTEGER REFERENCES `Users` (`id`) ON DELETE SET NULL ON UPDATE CASCADE"_s);
        row("a type of its own", {call("hasMany", "User", "Task", R"x("keyType":"STRING(9)")x")},
            u"`UserId` VARCHAR(9) REFERENCES `Users` (`id`) ON DELETE SET NULL ON UPDATE CASCADE"_s);
    }
    void foreignKeys()
    {
        QFETCH(QByteArray, associations);
        QFETCH(QString, columns);
        QCOMPARE(test::tableSql(test::projectOf(list({user, task}), associations), u"Tasks"_s),
                 u"CREATE TABLE `Tasks` (`id` INTEGER PRIMARY KEY AUTOINCREMENT, %1)"_s.arg(columns));
    }

    void optionsOfAKeyReachItsColumn_data()
    {
        QTest::addColumn<QByteArray>("calls");
        QTest::addColumn<QString>("comment"); ///< of the column, where its attribute has one too
        const QByteArray key =
            R"("foreignKey":{"name":"owner","comment":"of the call","autoIncrementIdentity":true})";
        QTest::newRow("hasMany fills in") << call("hasMany", "User", "Task", key) << u"of the attribute"_s;
        QTest::newRow("belongsTo fills in") << call("belongsTo", "Task", "User", key) << u"of the attribute"_s;
        QTest::newRow("belongsToMany overwrites")
            << call("belongsToMany", "User", "Role", R"("through":"Task",)" + key) << u"of the call"_s;
    }
    void optionsOfAKeyReachItsColumn()
    {
        QFETCH(QByteArray, calls);
        for (const bool isDeclared : {false, true}) {
            const QByteArray attribute = isDeclared
                ? R"({"name":"owner","type":"INTEGER","comment":"of the attribute"})"
                : R"({"name":"other","type":"INTEGER"})";
            const Schema schema = resolve(test::projectOf(
                list({user, role, R"({"name":"Task","attributes":[)" + attribute + "]}"}), calls));
            const Column *column = schema.table(u"Task")->column(u"owner");
            QVERIFY(column);
            QVERIFY(column->autoIncrementIdentity);
            if (isDeclared)
                QTEST(column->comment, "comment");
            else
                QCOMPARE(column->comment, u"of the call"_s);
        }
    }

    void throughs_data()
    {
        QTest::addColumn<QByteArray>("models");
        QTest::addColumn<QByteArray>("associations");
        QTest::addColumn<QString>("sql");
        const QString from =
            u" INTEGER NOT NULL REFERENCES `Users` (`id`) ON DELETE CASCADE ON UPDATE CASCADE"_s;
        const QString to =
            u" INTEGER NOT NULL REFERENCES `Roles` (`id`) ON DELETE CASCADE ON UPDATE CASCADE"_s;
        const QString stamps = u"`createdAt` DATETIME NOT NULL, `updatedAt` DATETIME NOT NULL, "_s;
        const auto row = [&](const char *name, const QByteArray &extra,
                             std::initializer_list<QByteArray> calls, const QString &body) {
            QTest::newRow(name) << (extra.isEmpty() ? list({user, role}) : list({user, role, extra}))
                                << list(calls) << u"CREATE TABLE `UR` (%1)"_s.arg(body);
        };
        const QByteArray through = R"("through":"UR")";
        const QByteArray back = call("belongsToMany", "Role", "User", through);
        row("both sides", {}, {call("belongsToMany", "User", "Role", through), back},
            stamps + u"`UserId`"_s + from + u", `RoleId`"_s + to + u", PRIMARY KEY (`UserId`, `RoleId`)"_s);
        row("one side gives the same", {}, {call("belongsToMany", "User", "Role", through)},
            stamps + u"`UserId`"_s + from + u", `RoleId`"_s + to + u", PRIMARY KEY (`UserId`, `RoleId`)"_s);
        row("keys completed from the other side", {},
            {call("belongsToMany", "User", "Role", through + R"(,"foreignKey":"uid")"),
             call("belongsToMany", "Role", "User", through + R"(,"foreignKey":"rid")")},
            stamps + u"`uid`"_s + from + u", `rid`"_s + to + u", PRIMARY KEY (`uid`, `rid`)"_s);
        row("a half-specified pair loses a column", {},
            {call("belongsToMany", "User", "Role", through + R"(,"foreignKey":"uid","otherKey":"rid")"),
             back},
            stamps + u"`uid`"_s + from + u", `RoleId`"_s + to + u", PRIMARY KEY (`uid`, `RoleId`)"_s);
        const QByteArray own =
            R"({"name":"UR","attributes":[{"name":"id","type":"INTEGER","primaryKey":true,"autoIncrement":true},{"name":"level","type":"INTEGER"}],"options":{"timestamps":false,"tableName":"UR"}})";
        row("an own key stays", own, {call("belongsToMany", "User", "Role", through), back},
            u"`id` INTEGER PRIMARY KEY AUTOINCREMENT, `level` INTEGER, `UserId` INTEGER REFERENCES `Users` (`id`) ON DELETE CASCADE ON UPDATE CASCADE, `RoleId` INTEGER REFERENCES `Roles` (`id`) ON DELETE CASCADE ON UPDATE CASCADE, UNIQUE (`UserId`, `RoleId`)"_s);
        const QByteArray loose = R"("through":{"model":"UR","unique":false})";
        row("an own key, and not unique", own,
            {call("belongsToMany", "User", "Role", loose), call("belongsToMany", "Role", "User", loose)},
            u"`id` INTEGER PRIMARY KEY AUTOINCREMENT, `level` INTEGER, `UserId` INTEGER REFERENCES `Users` (`id`) ON DELETE CASCADE ON UPDATE CASCADE, `RoleId` INTEGER REFERENCES `Roles` (`id`) ON DELETE CASCADE ON UPDATE CASCADE"_s);
        row("one side forgets, and it is unique again", own,
            {call("belongsToMany", "User", "Role", loose), back},
            u"`id` INTEGER PRIMARY KEY AUTOINCREMENT, `level` INTEGER, `UserId` INTEGER REFERENCES `Users` (`id`) ON DELETE CASCADE ON UPDATE CASCADE, `RoleId` INTEGER REFERENCES `Roles` (`id`) ON DELETE CASCADE ON UPDATE CASCADE, UNIQUE (`UserId`, `RoleId`)"_s);
        row("an automatic id goes",
            R"({"name":"UR","attributes":[{"name":"level","type":"INTEGER"}],"options":{"timestamps":false,"tableName":"UR"}})",
            {call("belongsToMany", "User", "Role", through), back},
            u"`level` INTEGER, `UserId`"_s + from + u", `RoleId`"_s + to
                + u", PRIMARY KEY (`UserId`, `RoleId`)"_s);
        row("keys as attributes: the second call rules the type", {},
            {call(
                 "belongsToMany", "User", "Role",
                 through
                     + R"(,"timestamps":false,"foreignKey":{"name":"userRef","field":"user_ref","allowNull":false},"otherKey":{"name":"roleRef","field":"role_ref","type":"BIGINT"})"),
             call("belongsToMany", "Role", "User",
                  through + R"(,"foreignKey":"roleRef","otherKey":"userRef")")},
            u"`user_ref`"_s + from + u", `role_ref`"_s + to + u", PRIMARY KEY (`user_ref`, `role_ref`)"_s);
        row("onDelete of the first only", {},
            {call("belongsToMany", "User", "Role",
                  through + R"(,"timestamps":false,"onDelete":"RESTRICT","onUpdate":"no action")"),
             back},
            u"`UserId` INTEGER NOT NULL REFERENCES `Users` (`id`) ON DELETE RESTRICT ON UPDATE NO ACTION, `RoleId` INTEGER NOT NULL REFERENCES `Roles` (`id`) ON DELETE RESTRICT ON UPDATE NO ACTION, PRIMARY KEY (`UserId`, `RoleId`)"_s);
        row("onDelete of the second only", {},
            {call("belongsToMany", "User", "Role", through + R"(,"timestamps":false)"),
             call("belongsToMany", "Role", "User", through + R"(,"onDelete":"RESTRICT")")},
            u"`UserId`"_s + from
                + u", `RoleId` INTEGER NOT NULL REFERENCES `Roles` (`id`) ON DELETE RESTRICT ON UPDATE CASCADE, PRIMARY KEY (`UserId`, `RoleId`)"_s);
        row("without constraints on both sides", {},
            {call("belongsToMany", "User", "Role", through + R"(,"timestamps":false,"constraints":false)"),
             call("belongsToMany", "Role", "User", through + R"(,"constraints":false)")},
            u"`UserId` INTEGER NOT NULL, `RoleId` INTEGER NOT NULL, PRIMARY KEY (`UserId`, `RoleId`)"_s);
        row("a paranoid through", {},
            {call("belongsToMany", "User", "Role", R"("through":{"model":"UR","paranoid":true})")},
            u"`createdAt` DATETIME NOT NULL, `updatedAt` DATETIME NOT NULL, `deletedAt` DATETIME, `UserId`"_s
                + from + u", `RoleId`"_s + to + u", PRIMARY KEY (`UserId`, `RoleId`)"_s);
    }
    void throughs()
    {
        QFETCH(QByteArray, models);
        QFETCH(QByteArray, associations);
        QTEST(test::tableSql(test::projectOf(models, associations), u"UR"_s), "sql");
    }

    void selfReferences_data()
    {
        QTest::addColumn<QByteArray>("associations");
        QTest::addColumn<QString>("keys");
        const QByteArray through = R"("timestamps":false,"through":"Family",)";
        QTest::newRow("two sides with keys") << list(
            {call("belongsToMany", "Person", "Person",
                  through + R"("as":"Children","foreignKey":"ParentId")"),
             call("belongsToMany", "Person", "Person", through + R"("as":"Parents","foreignKey":"ChildId")")})
                                             << u"ParentId ChildId"_s;
        QTest::newRow("one side without keys")
            << call("belongsToMany", "Person", "Person", through + R"("as":"Children")")
            << u"PersonId ChildId"_s;
        QTest::newRow("two sides without keys: one column")
            << list({call("belongsToMany", "Person", "Person", through + R"("as":"Children")"),
                     call("belongsToMany", "Person", "Person", through + R"("as":"Parents")")})
            << u"PersonId"_s;
    }
    void selfReferences()
    {
        QFETCH(QByteArray, associations);
        const Schema schema = resolve(test::projectOf(person, associations));
        QStringList names;
        for (const Column &column : schema.table(u"Family")->columns)
            names.append(column.name);
        QTEST(names.join(u' '), "keys");
    }

    void inheritsTheSourcesOptions()
    {
        const QByteArray source =
            R"({"name":"AppUser","options":{"underscored":true,"createdAt":"made","version":true,"comment":"x","paranoid":true,"timestamps":false}})";
        const Schema schema = resolve(test::projectOf(
            list({source, role}), call("belongsToMany", "AppUser", "Role", R"("through":"UserRoles")")));
        const Table &through = *schema.table(u"UserRoles");
        QStringList names;
        for (const Column &column : through.columns)
            names.append(column.name);
        QCOMPARE(through.name.value, u"UserRoles"_s);
        QCOMPARE(names.join(u' '), u"made updated_at version app_user_id role_id"_s);
        QCOMPARE(through.options.comment, u"x"_s);
    }

    void knowsWhy()
    {
        const Schema schema = resolve(test::projectOf(
            list({user, role}),
            list({call("belongsToMany", "User", "Role", R"("through":"UR","as":"Grants","foreignKey":"uid")"),
                  call("belongsToMany", "Role", "User", R"("through":"UR")")})));
        const ResolvedAssociation &forth = schema.associations[0];
        const ResolvedAssociation &back = schema.associations[1];
        QCOMPARE(reasonOf(schema, forth, forth.as), u"set here"_s);
        QCOMPARE(reasonOf(schema, forth, forth.foreignKey), u"set here"_s);
        QCOMPARE(reasonOf(schema, forth, forth.otherKey), u"Role + its key id"_s);
        QCOMPARE(reasonOf(schema, forth, forth.sourceKey), u"primary key of User"_s);
        QCOMPARE(reasonOf(schema, back, back.as), u"plural of User"_s);
        QCOMPARE(reasonOf(schema, back, back.otherKey), u"from the other side, User"_s);
        QCOMPARE(reasonOf(schema, *schema.table(u"UR")->column(u"uid")),
                 u"the key of User.Grants, Role.Users"_s);
        QCOMPARE(reasonOf(schema, *schema.table(u"User")->column(u"id")),
                 u"added because no attribute is a primary key"_s);
    }

    void drawsAPairAsOneEdge()
    {
        const Schema schema = resolve(test::sampleProject(u"workshop"_s));
        QStringList edges;
        for (const Edge &edge : schema.edges) {
            QStringList calls;
            for (const int position : edge.associations)
                calls.append(schema.associations[position].as.value);
            edges.append(schema.tables[edge.from].model + u"-"_s + schema.tables[edge.to].model + u' '
                         + calls.join(u'/'));
        }
        QCOMPARE(
            edges.join(u", "_s),
            u"User-Project Tasks/Workers, User-Group Groups/Users, User-User Followers/Following, Project-Comment Comments/Project"_s);
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("models");
        QTest::addColumn<QByteArray>("associations");
        QTest::addColumn<QString>("codes");
        const auto row = [](const char *name, const QByteArray &models, const QByteArray &associations,
                            const QString &codes) { QTest::newRow(name) << models << associations << codes; };
        row("id that is no key", R"({"name":"A","attributes":[{"name":"id","type":"INTEGER"}]})", {},
            u"S01"_s);
        row("two serials",
            R"({"name":"A","attributes":[{"name":"n","type":"INTEGER","autoIncrement":true}]})", {},
            u"S02"_s);
        row("no type", R"({"name":"A","attributes":[{"name":"n"}]})", {}, u"S03"_s);
        row("an ENUM without values", R"({"name":"A","attributes":[{"name":"n","type":"ENUM"}]})", {},
            u"S04"_s);
        row("an empty timestamp", R"({"name":"A","options":{"createdAt":""}})", {}, u"S05"_s);
        row("an index without fields", R"({"name":"A","indexes":[{"name":"x"}]})", {}, u"S06"_s);
        row("an alias twice", list({user, task}),
            list({call("hasMany", "User", "Task", R"("as":"x")"),
                  call("hasMany", "User", "Task", R"("as":"x","foreignKey":"y")")}),
            u"S07"_s);
        row("a default alias twice is no fault of Sequelize's", list({user, task}),
            list({call("hasMany", "User", "Task"), call("hasMany", "User", "Task", R"("foreignKey":"y")")}),
            u""_s);
        row("a default alias named later", list({user, task}),
            list({call("hasMany", "User", "Task"),
                  call("hasMany", "User", "Task", R"("as":"Tasks","foreignKey":"y")")}),
            u"S07"_s);
        row("an alias that is an attribute",
            list({R"({"name":"User","attributes":[{"name":"Tasks","type":"TEXT"}]})", task}),
            call("hasMany", "User", "Task"), u"S07"_s);
        row("the same of a belongsToMany",
            list({R"({"name":"User","attributes":[{"name":"Roles","type":"TEXT"}]})", role}),
            call("belongsToMany", "User", "Role", R"("through":"UR")"), u"NM09"_s);
        row("no through", list({user, role}), call("belongsToMany", "User", "Role"), u"NM14"_s);
        row("to itself without alias", person, call("belongsToMany", "Person", "Person", R"("through":"x")"),
            u"NM06"_s);
        row("hasMany with a through", list({user, role}), call("hasMany", "User", "Role", R"("through":"x")"),
            u"S11"_s);
        row("an unknown targetKey", list({user, task}),
            call("belongsTo", "Task", "User", R"("targetKey":"x")"), u"S10"_s);
        row("an unknown sourceKey", list({user, role}),
            call("belongsToMany", "User", "Role", R"("through":"x","sourceKey":"y")"), u"NM15"_s);
        row("the source as its own through", list({user, role}),
            call("belongsToMany", "User", "Role", R"("through":"User")"), u"NM16"_s);
        row("an association named as the through", list({user, role, R"({"name":"Grant"})"}),
            list({call("hasOne", "User", "Grant"),
                  call("belongsToMany", "User", "Role", R"("through":"Grant")")}),
            u"NM09"_s);
        row("a key that the pair cannot have", list({user, role}),
            list({call("belongsToMany", "User", "Role", R"("through":"x","foreignKey":"uid")"),
                  call("belongsToMany", "Role", "User",
                       R"("through":"x","foreignKey":"rid","otherKey":"zzz")")}),
            u"NM11"_s);
    }
    void refusals()
    {
        QFETCH(QByteArray, models);
        QFETCH(QByteArray, associations);
        const Schema schema = resolve(test::projectOf(models, associations));
        QStringList codes;
        for (const Problem &problem : schema.problems)
            codes.append(codeName(problem.code));
        QTEST(codes.join(u' '), "codes");
    }
};

THROUGHLINE_TEST(ResolveTest)
#include "tst_resolve.moc"
