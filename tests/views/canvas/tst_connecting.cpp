#include "tests/views/canvas/canvasfixture.h"

/// Drawing relations, with the mouse and with the keyboard alone.
class ConnectingTest : public QObject
{
    Q_OBJECT

private:
    static model::Project twoModels()
    {
        return test::projectOf(
            R"({"name":"Book","attributes":[{"name":"isbn","type":"STRING","unique":true}]},
               {"name":"Author","attributes":[{"name":"code","type":"STRING","unique":true}]},
               {"name":"Shelf","attributes":[{"name":"label","type":"STRING"}]})",
            {});
    }

    static QStringList calls(const model::Project &project)
    {
        QStringList lines;
        const QString text = QString::fromUtf8(model::writeProject(project));
        for (const QString &line : text.split(u'\n')) {
            if (line.contains(u"\"kind\""_s))
                lines.append(line.trimmed().remove(u'"').remove(u" }"_s).remove(u"{ "_s));
        }
        for (QString &line : lines)
            line.remove(line.endsWith(u',') ? line.size() - 1 : line.size(), 1);
        return lines;
    }

private Q_SLOTS:
    void aDragWithTheToolIsOneStep()
    {
        Stage stage(twoModels());
        stage.key(Qt::Key_M);
        stage.drag(stage.head(u"Book"_s), stage.head(u"Author"_s));
        QVERIFY(stage.edits.isEmpty());
        QVERIFY(stage.field());
        QCOMPARE(stage.field()->selectedText(), u"BookAuthors"_s);
        stage.press(Qt::Key_Return);
        QCOMPARE(stage.names, QStringList{u"Connect Book and Author"_s});
        QCOMPARE(calls(stage.project()),
                 (QStringList{u"kind: belongsToMany, source: Book, target: Author, through: BookAuthors"_s,
                              u"kind: belongsToMany, source: Author, target: Book, through: BookAuthors"_s}));
        QVERIFY(stage.canvas.hasFocus());
        QCOMPARE(stage.canvas.tool(), Tool::Select);
        QCOMPARE(stage.canvas.selection().associations,
                 QList<model::AssociationId>{stage.project().associations.first().id});
    }

    void theNameCanBeTypedOver()
    {
        Stage stage(twoModels());
        stage.key(Qt::Key_M);
        stage.drag(stage.head(u"Book"_s), stage.head(u"Author"_s));
        stage.type(u"Book"_s);
        stage.press(Qt::Key_Return);
        QVERIFY(stage.edits.isEmpty()); // an end is no through
        stage.field()->selectAll();
        stage.type(u"writings"_s);
        stage.press(Qt::Key_Return);
        QCOMPARE(stage.edits.size(), 1);
        QCOMPARE(stage.project().associations.first().through.model, u"writings"_s);
    }

    void endingOfTheName_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("through");
        QTest::newRow("elsewhere takes the name") << u"other"_s << u"other"_s;
        QTest::newRow("elsewhere with a refused name keeps the default") << u"Author"_s << u"BookAuthors"_s;
    }
    void endingOfTheName()
    {
        QFETCH(QString, typed);
        QFETCH(QString, through);
        Stage stage(twoModels());
        stage.key(Qt::Key_M);
        stage.drag(stage.head(u"Book"_s), stage.head(u"Author"_s));
        stage.type(typed);
        stage.canvas.setFocus();
        QCOMPARE(stage.edits.size(), 1);
        QCOMPARE(stage.project().associations.first().through.model, through);
        QVERIFY(!stage.field());
    }

    void directionDoesNotChangeTheMeaning()
    {
        QList<QByteArray> texts;
        for (const bool isForward : {true, false}) {
            Stage stage(twoModels());
            stage.key(Qt::Key_M);
            const QPoint book = stage.head(u"Book"_s);
            const QPoint author = stage.head(u"Author"_s);
            stage.drag(isForward ? book : author, isForward ? author : book);
            stage.press(Qt::Key_Return);
            texts.append(model::writeProject(stage.project()));
        }
        QCOMPARE(texts[0], texts[1]);
    }

    void aDropOnAColumnMakesItTheKey()
    {
        Stage stage(twoModels());
        stage.key(Qt::Key_M);
        stage.drag(stage.head(u"Book"_s), stage.row(u"Author"_s, u"code"_s));
        stage.press(Qt::Key_Return);
        QCOMPARE(stage.project().associations[0].sourceKey, QString());
        QCOMPARE(stage.project().associations[1].sourceKey, u"code"_s);
        const model::Schema schema = model::resolve(stage.project());
        QCOMPARE(schema.associations[0].targetKey.value, u"code"_s);
    }

    void aHandleConnectsWithoutATool()
    {
        Stage stage(twoModels());
        // At the border of a row, outside of the box: the row's column is the key.
        const Box &book = stage.box(u"Book"_s);
        const QPointF handle(book.rect.right() + 3, book.rowRect(1).center().y());
        QCOMPARE(book.rows[1].attributeName, u"isbn"_s);
        stage.move(stage.pixel(handle));
        stage.drag(stage.pixel(handle), stage.head(u"Author"_s));
        stage.press(Qt::Key_Return);
        QCOMPARE(stage.edits.size(), 1);
        QCOMPARE(stage.project().associations[0].sourceKey, u"isbn"_s);
    }

    void aClickOnAHandleOnlySelects()
    {
        Stage stage(twoModels());
        const QRectF rect = stage.box(u"Book"_s).rect;
        stage.click(stage.pixel({rect.right() - 2, rect.top() + 10}));
        QCOMPARE(stage.canvas.selection().models, QList<model::ModelId>{stage.id(u"Book"_s)});
        stage.click(stage.head(u"Author"_s));
        QVERIFY(!stage.field());
        QVERIFY(stage.edits.isEmpty());
    }

    void handlesAreWideAtAnyZoom_data()
    {
        QTest::addColumn<qreal>("zoom");
        for (const qreal zoom : {0.4, 1.0, 2.5})
            QTest::addRow("%d %%", int(zoom * 100)) << zoom;
    }
    void handlesAreWideAtAnyZoom()
    {
        QFETCH(qreal, zoom);
        Stage stage(twoModels());
        stage.canvas.zoomTo(zoom);
        const QPoint border =
            stage.pixel({stage.box(u"Book"_s).rect.right(), stage.box(u"Book"_s).head().center().y()});
        for (const int off : {-7, 0, 7}) {
            const Hit hit =
                stage.canvas.diagram().at(stage.canvas.viewport().toScene(border + QPoint(off, 0)), zoom);
            QVERIFY2(hit.isHandle, QByteArray::number(off));
        }
        QVERIFY(!stage.canvas.diagram()
                     .at(stage.canvas.viewport().toScene(border + QPoint(10, 0)), zoom)
                     .isHandle);
    }

    void aGhostShowsWhatComesToBe()
    {
        Stage stage(twoModels());
        stage.key(Qt::Key_M);
        QSignalSpy hinted(&stage.canvas, &Canvas::hinted);
        const QPoint from = stage.head(u"Book"_s);
        QTest::mousePress(&stage.canvas, Qt::LeftButton, {}, from);
        stage.moveHeld(stage.row(u"Author"_s, u"code"_s));
        QCOMPARE(hinted.last().first().toString(), u"BookId → Book.id, AuthorCode → Author.code"_s);
        stage.moveHeld(stage.head(u"Author"_s));
        QCOMPARE(hinted.last().first().toString(), u"BookId → Book.id, AuthorId → Author.id"_s);
        stage.key(Qt::Key_Escape);
        QTest::mouseRelease(&stage.canvas, Qt::LeftButton, {}, stage.head(u"Author"_s));
        QVERIFY(stage.edits.isEmpty());
        QVERIFY(!stage.field());
    }

    void onItselfAsksForBothAliases()
    {
        Stage stage(twoModels());
        stage.key(Qt::Key_M);
        const QPoint head = stage.head(u"Book"_s);
        stage.move(head);
        QTest::mousePress(&stage.canvas, Qt::LeftButton, {}, head);
        stage.moveHeld(head - QPoint(0, 150));
        stage.moveHeld(head);
        QTest::mouseRelease(&stage.canvas, Qt::LeftButton, {}, head);
        stage.type(u"Sequels"_s);
        stage.press(Qt::Key_Return); // to the next field
        QVERIFY(stage.edits.isEmpty());
        stage.type(u"Prequels"_s);
        stage.press(Qt::Key_Return);
        QCOMPARE(stage.edits.size(), 1);
        QCOMPARE(calls(stage.project()),
                 (QStringList{u"kind: belongsToMany, source: Book, target: Book, as: Sequels, through: "
                              "BookBooks, foreignKey: PrequelId, otherKey: SequelId"_s,
                              u"kind: belongsToMany, source: Book, target: Book, as: Prequels, through: "
                              "BookBooks, foreignKey: SequelId, otherKey: PrequelId"_s}));
    }

    void escapeFromAliasesConnectsNothing()
    {
        Stage stage(twoModels());
        stage.click(stage.head(u"Book"_s));
        stage.key(Qt::Key_M);
        stage.type(u"book"_s);
        stage.press(Qt::Key_Return);
        QVERIFY(stage.field());
        stage.press(Qt::Key_Escape);
        QVERIFY(stage.edits.isEmpty());
        QVERIFY(stage.canvas.hasFocus());
    }

    void aSecondRelationOfTheSameModelsNeedsAliases()
    {
        Stage stage(twoModels());
        for (int i = 0; i < 2; ++i) {
            stage.key(Qt::Key_M);
            stage.drag(stage.head(u"Book"_s), stage.head(u"Author"_s));
            if (i == 1) {
                stage.press(Qt::Key_Return);
                stage.type(u"Reviewed"_s);
                stage.press(Qt::Key_Return); // one is missing
                QCOMPARE(stage.edits.size(), 1);
                stage.press(Qt::Key_Backtab);
                stage.type(u"Reviewers"_s);
            }
            stage.press(Qt::Key_Return);
        }
        QCOMPARE(stage.edits.size(), 2);
        QCOMPARE(stage.project().associations[2].as.name, u"Reviewers"_s);
        QCOMPARE(stage.project().associations[3].as.name, u"Reviewed"_s);
        QVERIFY(model::resolve(stage.project()).problems.isEmpty());
    }

    void controlChoosesTheThrough()
    {
        Stage stage(twoModels());
        stage.key(Qt::Key_M);
        stage.drag(stage.head(u"Book"_s), stage.head(u"Shelf"_s), Qt::ControlModifier);
        QVERIFY(stage.edits.isEmpty());
        stage.click(stage.head(u"Author"_s));
        QCOMPARE(stage.edits.size(), 1);
        QCOMPARE(stage.project().associations[0].through.model, u"Shelf"_s);
        QCOMPARE(stage.project().associations[0].target, stage.id(u"Author"_s));
        QCOMPARE(stage.project().associations[1].through.model, u"Shelf"_s);
    }

    void otherKinds_data()
    {
        QTest::addColumn<int>("tool");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("hasMany") << int(Tool::HasMany)
                                 << QStringList{u"kind: hasMany, source: Book, target: Author"_s,
                                                u"kind: belongsTo, source: Author, target: Book"_s};
        QTest::newRow("hasOne") << int(Tool::HasOne)
                                << QStringList{u"kind: hasOne, source: Book, target: Author"_s,
                                               u"kind: belongsTo, source: Author, target: Book"_s};
        QTest::newRow("belongsTo") << int(Tool::BelongsTo)
                                   << QStringList{u"kind: belongsTo, source: Book, target: Author"_s};
    }
    void otherKinds()
    {
        QFETCH(int, tool);
        QFETCH(QStringList, expected);
        Stage stage(twoModels());
        stage.canvas.setTool(Tool(tool));
        stage.drag(stage.head(u"Book"_s), stage.head(u"Author"_s));
        QVERIFY(!stage.field());
        QCOMPARE(calls(stage.project()), expected);
        QCOMPARE(stage.edits.size(), 1);
    }

    void twoClicksConnectAsADragDoes()
    {
        Stage stage(twoModels());
        stage.key(Qt::Key_M);
        stage.click(stage.head(u"Book"_s));
        stage.move(stage.head(u"Author"_s));
        stage.click(stage.head(u"Author"_s));
        stage.press(Qt::Key_Return);
        QCOMPARE(stage.edits.size(), 1);
        QCOMPARE(stage.project().associations.size(), 2);
    }

    void withTheKeyboardAlone()
    {
        Stage stage(twoModels());
        stage.key(Qt::Key_Tab);
        QCOMPARE(stage.canvas.selection().models.size(), 1);
        stage.canvas.select({.models = {stage.id(u"Book"_s)}});
        stage.key(Qt::Key_M);
        stage.type(u"au"_s);
        stage.press(Qt::Key_Return);
        QCOMPARE(stage.field()->selectedText(), u"BookAuthors"_s);
        stage.press(Qt::Key_Return);
        QCOMPARE(stage.edits.size(), 1);
        QCOMPARE(stage.project().associations.size(), 2);
    }

    void aPartnerCanBeClickedAsWellAsTyped()
    {
        Stage stage(twoModels());
        stage.click(stage.head(u"Book"_s));
        stage.key(Qt::Key_M);
        stage.click(stage.head(u"Author"_s));
        stage.press(Qt::Key_Return);
        QCOMPARE(stage.edits.size(), 1);
        QCOMPARE(stage.project().associations.first().source, stage.id(u"Book"_s));
    }

    void aSelectedModelDoesNotGetInTheWayOfADrag()
    {
        Stage stage(twoModels());
        stage.click(stage.head(u"Shelf"_s));
        stage.key(Qt::Key_M);
        stage.drag(stage.head(u"Book"_s), stage.head(u"Author"_s));
        stage.press(Qt::Key_Return);
        QCOMPARE(stage.project().associations.first().source, stage.id(u"Book"_s));
        QCOMPARE(stage.project().associations.first().target, stage.id(u"Author"_s));
    }

    void twoSelectedModelsAreConnectedAtOnce()
    {
        Stage stage(twoModels());
        stage.click(stage.head(u"Shelf"_s));
        stage.click(stage.head(u"Author"_s), Qt::ControlModifier);
        stage.key(Qt::Key_M);
        stage.press(Qt::Key_Return);
        QCOMPARE(stage.names, QStringList{u"Connect Author and Shelf"_s});
    }
};

THROUGHLINE_TEST(ConnectingTest)
#include "tst_connecting.moc"
