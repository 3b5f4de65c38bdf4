#pragma once

#include "model/rows/browse.h"
#include "views/data/context.h"
#include "views/data/rowsfeed.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace views {

class BusyLine;
class EmptyRows;
class FilterHeader;
class LinkButton;
class Notice;
class RowsView;

/// The rows of one table, page by page: sorted, filtered and edited.
class GridPane : public QWidget
{
    Q_OBJECT

public:
    explicit GridPane(QWidget *parent = nullptr);

    void setContext(const Context &context);
    /// Shows a table (-1: none), at the row of a key where one is given. The same table keeps its filters.
    void showTable(int table, const model::Values &key = {});
    /// The rows of another table that hold a value.
    void showRows(int table, const model::Filter &filter);
    /// The table has another position in the schema.
    void moveTable(int table) { m_browse.table = table; }
    void setChanges(const model::Changes &changes, const LabelBook &labels);
    void setLocked(bool isLocked);
    /// Reads the rows again that are seen.
    void refresh();
    /// Forgets the rows; the table, its order and its filters stay.
    void leave();
    void endEditing();

    int table() const { return m_browse.table; }
    const RowsModel &rows() const { return *m_rows; }
    /// The row that the keyboard is on; -1 where there is none.
    int chosenRow() const;
    void say(const QString &text);
    /// Says something when the rows are there that are being read.
    void remark(const QString &text) { m_remark = text; }

Q_SIGNALS:
    void asked(const views::Job &job);
    void edited(const model::Changes &next);
    void named(const model::RowColumn &column, const model::Value &key, const QString &label);
    void rowChosen();
    void sampleWanted(); ///< rows for tables that have none

private:
    void build();
    QWidget *footer();
    void connectRows();

    model::Browse asBrowse() const;
    void read(const model::Values &key = {});
    void sortBy(int column);
    void showOrder();
    void showHints();
    void filter();
    bool checkFilters();
    void clearFilters();
    void arrived(bool isOther);
    void refused(const model::Error &error);
    void askForCount();
    void fitColumns();
    void showRange();
    void showEmptiness();
    void askForKey();
    void goToKey();

    void put(const model::Result<model::Changes> &next);
    void take(const QModelIndex &index, const model::Value &value, const QString &label);
    void insertRow();
    void deleteRows();
    void showMenu(const QPoint &at);

    Context m_context;
    model::Browse m_browse;
    model::Changes m_changes;
    LabelBook m_labels;
    model::RowRef m_wanted; ///< the row that was chosen last
    std::optional<qint64> m_total;
    QStringList m_fitted; ///< the columns whose widths are set
    QString m_remark;
    bool m_isLocked = false;
    bool m_isRefused = false; ///< there are no rows because they could not be read
    int m_countTicket = 0;

    RowsModel *m_rows = nullptr;
    RowsFeed *m_feed = nullptr;
    RowsView *m_view = nullptr;
    FilterHeader *m_header = nullptr;
    BusyLine *m_busy = nullptr;
    Notice *m_notice = nullptr;
    EmptyRows *m_empty = nullptr;
    QLabel *m_range = nullptr;
    LinkButton *m_first = nullptr;
    LinkButton *m_last = nullptr;
    LinkButton *m_goTo = nullptr;
    LinkButton *m_cancel = nullptr;
    LinkButton *m_insert = nullptr;
    LinkButton *m_delete = nullptr;
    QLineEdit *m_key = nullptr;
    QLabel *m_keyReason = nullptr;
};

}
