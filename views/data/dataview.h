#pragma once

#include "model/changes/changehistory.h"
#include "model/changes/outcome.h"
#include "views/data/context.h"
#include "views/data/linkspane.h"

#include <QPointer>
#include <QWidget>

class QHBoxLayout;

namespace views {

class ChangesBar;
class GridPane;
class TableChooser;

/// The data dock: the rows of any table, what each is linked to, and the changes that wait to be committed.
/// It asks for rows by jobs and knows no connection.
///
/// Lanes: data.page, data.count (rows of the table), data.linked, data.linkedCount, data.notLinked,
/// data.notLinkedCount (of the chosen row), data.pick (rows that a key can lead to), data.engines (tables
/// without transactions); data.commit and data.fill write, and data.outcome looks for what was written.
class DataView : public QWidget
{
    Q_OBJECT

public:
    explicit DataView(QWidget *parent = nullptr);

    using QWidget::show;
    /// The tables that there are. What is looked at stays, and what waits to be committed, by their names.
    void show(const model::Schema &schema);
    /// Rows come from elsewhere. Changes wait where they were made, or go on being committed there.
    void showOrigin(const RowOrigin &origin);
    void showTable(const QString &model, const model::Values &key = {});
    /// The model that is selected elsewhere: its rows are shown, unless the panel is to stay with its table.
    void follow(const QString &model);
    /// A row of the association's source, by its sourceKey, with what it is linked to.
    void showLinks(model::AssociationId association, const model::Value &sourceKey = {});
    /// Another project is going to be shown: nothing of the last one waits any more.
    void forget();
    /// Somebody else may have changed the rows.
    void refresh();

    const model::Changes &changes() const { return m_pending.changes; }
    /// How many changes wait to be committed, at other origins too.
    qsizetype waiting() const;
    /// Chooses the table; it may be put elsewhere, as beside the dock's tabs, and taken back.
    QWidget *chooser() const;
    void takeChooserBack();

    void commit();

Q_SIGNALS:
    void asked(const views::Job &job);
    void committed(const model::Changes &changes, const views::RowOrigin &origin);
    void changesChanged(int count);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    using Place = std::pair<QString, QString>; ///< an origin's title and place
    /// What waits at one origin, what was done to it, and what the rows are called that it is about.
    struct Pending
    {
        model::Changes changes;
        model::ChangeHistory history;
        LabelBook labels;
    };

    /// A commit whose connection was lost: nobody knows yet whether it took place.
    struct Unanswered
    {
        QList<model::ChangeStatement> statements;
        model::Schema schema;
        model::Error error;
    };

    static Place placeOf(const RowOrigin &origin) { return {origin.title, origin.place}; }
    void build();
    void choose(int table);
    void edit(const model::Changes &next);
    void setChanges(const model::Changes &changes);
    void undo(const QString &model);
    void redo(const QString &model);
    QString focusedModel() const;
    void keepFocus(QWidget *before, QWidget *now);
    void showChosen();
    LinksSubject subject() const;
    QList<int> associationsOf(int table) const;
    void readAgain();
    void finish(const RowOrigin &origin, const model::Result<void> &done);
    void finishElsewhere(const RowOrigin &origin, const model::Result<void> &done);
    /// The answer was lost: looks for the changes, or does so when they are seen again.
    void finishUnanswered(const RowOrigin &origin, const Unanswered &unanswered);
    void look();
    void finishLooking(const RowOrigin &origin, const model::Result<model::Outcome> &found);
    void askForEngines();
    bool isLocked() const;
    void fill();
    void lock();

    Context m_context;
    Pending m_pending;
    QHash<Place, Pending> m_elsewhere; ///< what waits at other origins
    QSet<Place> m_committing; ///< origins whose changes are being committed
    QHash<Place, Unanswered> m_unanswered;
    QHash<Place, model::Error> m_refusals; ///< of other origins, until they are seen
    model::AssociationId m_association; ///< that was chosen last
    QString m_model; ///< whose table is shown
    QString m_followed; ///< a model that is still to come
    QPointer<QWidget> m_list; ///< the rows that had the keyboard last
    bool m_isStale = false; ///< rows are read when the view is seen again

    TableChooser *m_chooser = nullptr;
    QHBoxLayout *m_top = nullptr; ///< where the chooser is, unless it is elsewhere
    GridPane *m_grid = nullptr;
    LinksPane *m_links = nullptr;
    ChangesBar *m_bar = nullptr;
};

}
