#include "views/data/rowsheaders.h"

#include "views/data/filterheader.h"
#include "views/data/rowsview.h"
#include "views/theme/icons.h"
#include "views/theme/paint.h"
#include "views/theme/style.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

namespace {

constexpr int markWidth = 26;

}

MarkHeader::MarkHeader(RowsView *rows) : QHeaderView(Qt::Vertical, rows), m_rows(rows)
{
    setSectionResizeMode(QHeaderView::Fixed);
    setDefaultSectionSize(std::max(metric::listRow, fontMetrics().height() + 8));
    setMinimumWidth(markWidth);
    setMaximumWidth(markWidth);
    setSectionsClickable(true);
    viewport()->setBackgroundRole(QPalette::Base);
}

void MarkHeader::paintSection(QPainter *painter, const QRect &rect, int row) const
{
    const Theme &theme = themeOf(palette());
    painter->fillRect(rect, theme.panel);
    m_rows->paintGround(painter, rect, row);
    if (m_rows->delegate()->spelling() == CellDelegate::Spelling::Values)
        paint::horizontalLine(painter, rect, rect.bottom(), theme.hairline);
    if (!m_rows->rows()->headerData(row, Qt::Vertical, Qt::CheckStateRole).toBool())
        return;
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme.warning);
    painter->drawEllipse(QRectF(rect).center() + QPointF(0.5, 0), 5, 5);
}

void FilterMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(palette());
    painter.fillRect(rect(), theme.panel);
    const int line = height() - FilterHeader::fieldRow - 1;
    paint::horizontalLine(&painter, rect(), line, theme.hairline);
    paint::horizontalLine(&painter, rect(), rect().bottom(), theme.hairline);
    paintIcon(&painter, u"filter"_s, QRect(6, line + 8, 15, 15), theme.muted);
}

}
