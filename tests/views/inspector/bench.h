#pragma once

#include "model/check/check.h"
#include "tests/support/projects.h"
#include "views/inspector/field.h"
#include "views/inspector/inspector.h"
#include "views/theme/labels.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

namespace test {

/// An inspector that shows a project, and what comes out of it: like the window, it shows every edit.
class Bench : public QObject
{
public:
    explicit Bench(const model::Project &shown) : project(shown)
    {
        inspector.resize(320, 2400);
        inspector.show();
        QVERIFY(QTest::qWaitForWindowExposed(&inspector));
        connect(&inspector, &views::Inspector::edited, this,
                [this](const model::Project &next, const QString &what) {
                    project = next;
                    edits.append(what);
                    show();
                });
        connect(&inspector, &views::Inspector::selected, this,
                [this](const views::Selection &picked) { selection = picked; });
        show();
    }

    void show()
    {
        const model::Schema schema = model::resolve(project);
        inspector.show(project, schema, model::check(project, schema));
    }
    void selectModel(const QString &name)
    {
        selection = {};
        selection.models = {modelNamed(project, name)->id};
        inspector.select(selection);
    }
    void selectAttribute(const QString &model, const QString &name)
    {
        selection = {};
        selection.models = {modelNamed(project, model)->id};
        selection.attribute = attributeNamed(*modelNamed(project, model), name)->id;
        inspector.select(selection);
    }
    void selectAssociation(int position)
    {
        selection = {};
        selection.associations = {project.associations[position].id};
        inspector.select(selection);
    }

    /// The field of a label that is shown, or would be if its section were not folded; of several the one at
    /// this position.
    views::Field *field(const QString &label, int at = 0) const
    {
        QList<views::Field *> found;
        for (auto *each : inspector.findChildren<views::Field *>()) {
            bool isShown = each->label() == label;
            for (const QWidget *form = each; isShown && form; form = form->parentWidget())
                isShown = !form->inherits("views::Form") || !form->isHidden();
            if (isShown)
                found.append(each);
        }
        if (at >= found.size())
            qFatal("no field %s", qPrintable(label));
        return found[at];
    }
    QLineEdit *edit(const QString &label, int at = 0) const
    {
        return static_cast<views::TextField *>(field(label, at))->edit();
    }
    QCheckBox *box(const QString &label, int at = 0) const
    {
        return static_cast<views::FlagField *>(field(label, at))->box();
    }
    /// Types into a field and leaves it with Enter.
    void enter(const QString &label, const QString &text, int at = 0)
    {
        QLineEdit *line = edit(label, at);
        line->setFocus();
        line->selectAll();
        if (text.isEmpty())
            QTest::keyClick(line, Qt::Key_Delete);
        else
            QTest::keyClicks(line, text);
        if (QWidget *popup = QApplication::activePopupWidget())
            popup->hide();
        QTest::keyClick(line, Qt::Key_Return);
    }
    void press(const QString &link)
    {
        for (auto *button : inspector.findChildren<views::LinkButton *>()) {
            if (button->text() == link && button->isVisible())
                return QTest::mouseClick(button, Qt::LeftButton);
        }
        QFAIL(qPrintable(link));
    }
    /// The lines of the project's file that were not there before.
    QString changed(const model::Project &before) const
    {
        QStringList lines = linesOf(project);
        for (const QString &line : linesOf(before))
            lines.removeOne(line);
        return lines.join(u'\n');
    }

    model::Project project;
    views::Selection selection;
    QStringList edits;
    views::Inspector inspector;

private:
    /// Without commas between them, and without those that only hold brackets.
    static QStringList linesOf(const model::Project &of)
    {
        static const QRegularExpression letter(QStringLiteral("\\w"));
        QStringList lines;
        for (QString line : QString::fromUtf8(writeProject(of)).split(u'\n')) {
            line = line.trimmed();
            if (line.endsWith(u','))
                line.chop(1);
            if (line.contains(letter))
                lines.append(line);
        }
        return lines;
    }
};

}
