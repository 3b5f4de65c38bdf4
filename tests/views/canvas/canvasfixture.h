#pragma once

#include "model/file/projectfile.h"
#include "tests/support/projects.h"
#include "tests/support/testcase.h"
#include "views/canvas/canvas.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace views;

/// A canvas on the screen with a project that takes over every edit, as a document would.
class Stage
{
public:
    enum class Answer { AtOnce, Later, Never };

    explicit Stage(const model::Project &project, Answer answer = Answer::AtOnce)
    {
        QApplication::setPalette(paletteOf(lightTheme));
        canvas.resize(1200, 800);
        QObject::connect(&canvas, &Canvas::edited, &canvas,
                         [this, answer](const model::Project &next, const QString &what) {
                             edits.append(next);
                             names.append(what);
                             if (answer == Answer::AtOnce)
                                 show(next);
                             else if (answer == Answer::Later)
                                 QTimer::singleShot(0, &canvas, [this] { show(edits.last()); });
                         });
        canvas.show();
        QApplication::setActiveWindow(&canvas);
        canvas.setFocus();
        show(project);
        QTest::qWait(0);
    }

    void show(const model::Project &project) { canvas.show(project, model::resolve(project)); }

    const Scene &scene() const { return canvas.diagram().scene(); }
    const model::Project &project() const { return canvas.diagram().project(); }
    model::ModelId id(const QString &name) const { return modelNamed(project(), name)->id; }
    const Box &box(const QString &name) const
    {
        const auto found = std::find_if(scene().boxes.begin(), scene().boxes.end(),
                                        [&](const Box &each) { return each.name == name; });
        if (found == scene().boxes.end())
            qFatal("no box %s", qPrintable(name));
        return *found;
    }
    const Edge &edgeThrough(const QString &name) const
    {
        const auto found = std::find_if(scene().edges.begin(), scene().edges.end(), [&](const Edge &each) {
            return each.chip && each.chip->name == name;
        });
        if (found == scene().edges.end())
            qFatal("no chip %s", qPrintable(name));
        return *found;
    }

    QPoint pixel(QPointF at) const { return canvas.viewport().toCanvas(at).toPoint(); }
    QPoint head(const QString &name) const { return pixel(box(name).head().center()); }
    QPoint row(const QString &name, const QString &attribute) const
    {
        const Box &b = box(name);
        for (qsizetype i = 0; i < b.rows.size(); ++i) {
            if (b.rows[i].attributeName == attribute)
                return pixel(b.rowRect(i).center());
        }
        qFatal("no row %s", qPrintable(attribute));
    }

    void move(QPoint at) { QTest::mouseMove(&canvas, at); }
    void click(QPoint at, Qt::KeyboardModifiers keys = {})
    {
        move(at);
        QTest::mouseClick(&canvas, Qt::LeftButton, keys, at);
    }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers keysAtEnd = {},
              Qt::MouseButton button = Qt::LeftButton)
    {
        move(from);
        QTest::mousePress(&canvas, button, {}, from);
        for (int step = 1; step <= 4; ++step)
            moveHeld(from + (to - from) * step / 4, button);
        QTest::mouseRelease(&canvas, button, keysAtEnd, to);
    }
    /// QTest::mouseMove() leaves out the buttons that are held.
    void moveHeld(QPoint at, Qt::MouseButton button = Qt::LeftButton)
    {
        QMouseEvent event(QEvent::MouseMove, at, canvas.mapToGlobal(at), Qt::NoButton, button, {});
        QApplication::sendEvent(&canvas, &event);
    }
    void key(int key, Qt::KeyboardModifiers keys = {}) { QTest::keyClick(&canvas, Qt::Key(key), keys); }
    /// Into the field that has the focus.
    void type(const QString &text)
    {
        QVERIFY(QApplication::focusWidget());
        QTest::keyClicks(QApplication::focusWidget(), text);
    }
    void press(int key) { QTest::keyClick(QApplication::focusWidget(), Qt::Key(key)); }
    QLineEdit *field() const { return qobject_cast<QLineEdit *>(QApplication::focusWidget()); }

    /// The lines of the project's text that the last edit has, and the one before had not.
    QStringList addedLines(const model::Project &before, const model::Project &after) const
    {
        const QStringList old = QString::fromUtf8(model::writeProject(before)).split(u'\n');
        QStringList added;
        for (const QString &line : QString::fromUtf8(model::writeProject(after)).split(u'\n')) {
            if (!old.contains(line) && !old.contains(line + u','))
                added.append(line.trimmed());
        }
        return added;
    }

    Canvas canvas;
    QList<model::Project> edits;
    QStringList names;
};

inline model::Project workshop()
{
    return test::sampleProject(u"workshop"_s);
}
