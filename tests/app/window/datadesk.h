#pragma once

#include "model/database/deploy.h"
#include "model/file/savefile.h"
#include "tests/app/window/desk.h"
#include "views/data/gridpane.h"
#include "views/data/rowsmodel.h"

#include <QLabel>
#include <QPushButton>

namespace test {

inline const QByteArray dataModels = R"json(
    { "name": "User", "attributes": [ { "name": "name", "type": "STRING" }, { "name": "age", "type": "INTEGER" },
                                      { "name": "active", "type": "BOOLEAN" },
                                      { "name": "level", "type": "ENUM('low','high')" } ] },
    { "name": "Project", "attributes": [ { "name": "title", "type": "STRING" } ] },
    { "name": "Work", "attributes": [ { "name": "status", "type": "STRING" } ] })json";
inline const QByteArray dataAssociations = R"json(
    { "kind": "belongsToMany", "source": "User", "target": "Project", "as": "Tasks", "through": "Work",
      "foreignKey": "userId", "otherKey": "projectId" })json";

/// The whole window with a project whose rows are in a database, and the Data panel in front.
class DataDesk : public Desk
{
public:
    DataDesk()
    {
        window->open(saved(dataModels));
        pressTab(QStringLiteral("Data"));
        data = the<views::DataView>();
        rows = the<views::RowsView>("rows");
        linked = the<views::RowsView>("linked");
        notLinked = the<views::RowsView>("notLinked");
    }

    /// A project file of these models.
    QString saved(const QByteArray &models)
    {
        const QString path = home.filePath(QStringLiteral("project%1.throughline").arg(++m_files));
        const QByteArray text = "{\"format\":\"throughline/1\",\"define\":{\"timestamps\":false},\"models\":["
            + models + "],\"associations\":[" + dataAssociations + "]}";
        if (!model::saveBytes(text, path))
            qFatal("the project is not saved");
        return path;
    }

    static void run(model::Connection &connection, const QString &sql)
    {
        if (const auto done = connection.execute(sql); !done)
            qFatal("%s: %s", qPrintable(sql), qPrintable(done.error().message));
    }
    static std::unique_ptr<model::Connection> connectionTo(const model::DatabaseUrl &url)
    {
        auto connection = model::Connection::open(url, model::Access::Create);
        if (!connection)
            qFatal("%s", qPrintable(connection.error().message));
        return std::move(*connection);
    }
    /// The project's tables with three users, three projects and two links.
    static void fill(const model::DatabaseUrl &url)
    {
        const auto connection = connectionTo(url);
        if (const auto done = model::deploy(
                *connection,
                model::resolve(
                    projectOf("{\"format\":\"throughline/1\",\"define\":{\"timestamps\":false},\"models\":["
                              + dataModels + "],\"associations\":[" + dataAssociations + "]}")));
            !done)
            qFatal("%s", qPrintable(done.error().message));
        const QChar q = connection->dialect().quote;
        const QString yes = connection->dialect().hasBooleans ? QStringLiteral("true") : QStringLiteral("1");
        run(*connection,
            QStringLiteral(
                "INSERT INTO %1Users%1 VALUES (1, 'Ada', 36, %2, 'high'), (2, 'Alan', 41, %2, 'low'), "
                "(3, 'Grace', 85, NULL, NULL)")
                .arg(q)
                .arg(yes));
        run(*connection,
            QStringLiteral("INSERT INTO %1Projects%1 VALUES (7, 'Engine'), (8, 'Bombe'), (9, 'COBOL')")
                .arg(q));
        run(*connection,
            QStringLiteral("INSERT INTO %1Works%1 (%1userId%1, %1projectId%1, status) VALUES (1, 7, 'done'), "
                           "(1, 8, 'open')")
                .arg(q));
    }
    model::DatabaseUrl file(const QString &name) const
    {
        return {.dialect = &model::sqliteDialect, .path = home.filePath(name)};
    }
    model::DatabaseUrl filledFile(const QString &name) const
    {
        const model::DatabaseUrl url = file(name);
        fill(url);
        return url;
    }

    /// All values of a statement, between spaces and bars.
    static QString all(const model::DatabaseUrl &url, const QString &sql)
    {
        QStringList lines;
        const auto done = connectionTo(url)->select(sql, {}, [&](std::span<const model::Cell> cells) {
            QStringList line;
            for (const model::Cell &cell : cells)
                line.append(model::displayText(model::Value::of(cell), {}));
            lines.append(line.join(u' '));
            return true;
        });
        return done ? lines.join(u'|') : done.error().message;
    }

    void use(const model::DatabaseUrl &url)
    {
        window->session().use(url);
        settle();
    }
    /// A table of a database, once its rows are there.
    void look(const model::DatabaseUrl &url, const QString &model)
    {
        use(url);
        data->showTable(model);
        QTRY_COMPARE(rows->rows()->source().model, model);
        settle();
    }
    static QString textOf(const views::RowsView *view)
    {
        QStringList lines;
        for (int row = 0; row < view->model()->rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < view->model()->columnCount(); ++column)
                cells.append(view->model()->index(row, column).data().toString());
            lines.append(cells.join(QStringLiteral(", ")));
        }
        return lines.join(u'|');
    }
    QString notice(const char *name) const
    {
        const auto *widget = the<QWidget>(name);
        return widget->isVisible() ? widget->findChild<QLabel *>()->text() : QString();
    }
    qsizetype pending() const { return data->changes().list.size(); }

    /// What a real key would go to: a list that pops up takes the keyboard without having the focus.
    static QWidget *keyboard()
    {
        QWidget *popup = QApplication::activePopupWidget();
        if (!popup)
            return QApplication::focusWidget();
        return popup->focusWidget() ? popup->focusWidget() : popup;
    }
    static void write(const QString &text)
    {
        QTest::keyClicks(keyboard(), text);
        settle();
    }
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(keyboard(), key, modifiers);
        settle();
    }
    using Desk::press;
    static QLineEdit *editor(const views::RowsView *view)
    {
        return view->viewport()->findChild<QLineEdit *>();
    }
    /// Puts a text into a cell with the keyboard.
    void put(views::RowsView *view, int row, int column, const QString &text)
    {
        clickCell(view, view->model()->index(row, column));
        press(Qt::Key_F2);
        write(text);
        press(Qt::Key_Return);
    }

    views::DataView *data = nullptr;
    views::RowsView *rows = nullptr;
    views::RowsView *linked = nullptr;
    views::RowsView *notLinked = nullptr;

private:
    int m_files = 0;
};

}
