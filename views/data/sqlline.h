#pragma once

#include <QTableView>

namespace views {

/// One statement in a line, cut where it is too long, with what is wrong with it.
class SqlLine : public QWidget
{
    Q_OBJECT

public:
    explicit SqlLine(QWidget *parent = nullptr);

    void say(const QString &sql, const QString &fault);
    QString text() const { return m_sql; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_sql;
    QString m_fault;
};

class StatementsModel;

/// Statements, each with a link that discards it: by a click, or by Delete.
class StatementList : public QTableView
{
    Q_OBJECT

public:
    explicit StatementList(StatementsModel *statements, QWidget *parent = nullptr);

Q_SIGNALS:
    void discarded(int row);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
};

}
