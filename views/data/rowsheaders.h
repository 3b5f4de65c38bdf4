#pragma once

#include <QHeaderView>

namespace views {

class RowsView;

/// The points before rows that wait to be committed.
class MarkHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit MarkHeader(RowsView *rows);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int row) const override;

private:
    const RowsView *m_rows;
};

/// The funnel beside the filter fields.
class FilterMark : public QWidget
{
    Q_OBJECT

public:
    explicit FilterMark(QWidget *parent) : QWidget(parent) { }

protected:
    void paintEvent(QPaintEvent *event) override;
};

}
