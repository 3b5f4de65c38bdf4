#pragma once

#include "views/preview/includerows.h"

#include <QWidget>

class QLabel;
class QMenu;
class QStackedWidget;
class QToolButton;

namespace views {

class ChooserButton;
class FindFields;
class FindTextEdit;
class IncludeTree;

/// The query itself: its include tree with the fields of each part, or its text.
class QueryPane : public QWidget
{
    Q_OBJECT

public:
    explicit QueryPane(QWidget *parent = nullptr);

    /// Shows a query; `draft` is the same with what is being typed, and `name` is empty for one that is not
    /// saved.
    void show(const model::Json &find, const model::Json &draft,
              const std::shared_ptr<const model::Schema> &schema, const QString &name);
    using QWidget::show;
    /// The queries that can be chosen instead.
    void showChoice(const QList<model::Query> &queries);
    /// Says what is wrong with the query; nothing is well.
    void showFault(const std::optional<model::Error> &fault);

Q_SIGNALS:
    void changed(const model::Json &find, const QString &what);
    /// While something is typed: what the query would be, and its text where that is what is typed.
    void drafted(const model::Json &find, const QByteArray &text);
    void queryPicked(model::QueryId query);
    /// A new query of a model, without anything included.
    void modelPicked(const QString &model);
    /// The query is to be saved under a name.
    void saveAsked(const QString &name);
    void hovered(model::AssociationId association);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void toggle(const QStringList &path, bool isIncluded);
    void openFields(const IncludeRow &row, const QRect &rect);
    void showText(bool isText);
    void fillMenu();
    void askName();
    void apply(const model::Result<model::Json> &find, const QString &what);
    QString nameOf(const model::FindPlace &place) const;

    model::Json m_find;
    std::shared_ptr<const model::Schema> m_schema;
    QList<model::Query> m_queries;
    QString m_name;
    QLabel *m_title = nullptr;
    ChooserButton *m_chooser = nullptr;
    QToolButton *m_textButton = nullptr;
    QMenu *m_menu = nullptr;
    QStackedWidget *m_stack = nullptr;
    IncludeTree *m_tree = nullptr;
    FindTextEdit *m_text = nullptr;
    FindFields *m_fields = nullptr;
};

}
