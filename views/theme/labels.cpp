#include "views/theme/labels.h"

#include "views/theme/paint.h"
#include "views/theme/style.h"
#include "views/theme/theme.h"

#include <QEvent>
#include <QPainter>

namespace views {

QFont smallFont(const QFont &font)
{
    QFont small = font;
    if (font.pointSizeF() > 0)
        small.setPointSizeF(font.pointSizeF() * 12 / 13);
    else
        small.setPixelSize(std::max(1, font.pixelSize() * 12 / 13));
    return small;
}

QFont fixedFont()
{
    QFont font = systemFonts().fixed;
    const QFont words = systemFonts().words;
    if (words.pointSizeF() > 0)
        font.setPointSizeF(words.pointSizeF() * 12 / 13);
    else
        font.setPixelSize(std::max(1, words.pixelSize() * 12 / 13));
    return font;
}

SectionTitle::SectionTitle(const QString &text, QWidget *parent) : QLabel(text, parent)
{
    setTextFormat(Qt::PlainText);
    QFont small = smallFont(font());
    small.setWeight(QFont::DemiBold);
    small.setCapitalization(QFont::AllUppercase);
    setFont(small);
    setForegroundRole(QPalette::PlaceholderText);
}

MutedLabel::MutedLabel(const QString &text, QWidget *parent) : QLabel(text, parent)
{
    setTextFormat(Qt::PlainText);
    setFont(smallFont(font()));
    setForegroundRole(QPalette::PlaceholderText);
}

EmptyLabel::EmptyLabel(const QString &text, QWidget *parent) : QLabel(text, parent)
{
    setTextFormat(Qt::PlainText);
    setAlignment(Qt::AlignCenter);
    setWordWrap(true);
    setForegroundRole(QPalette::PlaceholderText);
    setMargin(metric::far);
}

LinkButton::LinkButton(const QString &text, QWidget *parent) : QAbstractButton(parent)
{
    setText(text);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void LinkButton::setWordWrap(bool wraps)
{
    m_wraps = wraps;
    QSizePolicy policy = sizePolicy();
    policy.setHeightForWidth(wraps);
    policy.setVerticalPolicy(wraps ? QSizePolicy::Minimum : QSizePolicy::Fixed);
    setSizePolicy(policy);
}

int LinkButton::heightForWidth(int width) const
{
    const int flags = Qt::TextWordWrap | Qt::TextHideMnemonic;
    return m_wraps ? fontMetrics().boundingRect(0, 0, width, QWIDGETSIZE_MAX, flags, text()).height() + 4
                   : -1;
}

QSize LinkButton::sizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    const QSize words = metrics.size(Qt::TextShowMnemonic, text());
    const int mark = icon().isNull() ? 0 : iconSize().width() + metric::tight;
    return QSize(words.width() + mark + 4,
                 std::max(words.height(), iconSize().height() * !icon().isNull()) + 4);
}

QSize LinkButton::minimumSizeHint() const
{
    return QSize(std::min(sizeHint().width(), 48), sizeHint().height());
}

void LinkButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(palette());
    QRect words = rect();
    if (!icon().isNull()) {
        const QRect mark(words.left(), (height() - iconSize().height()) / 2, iconSize().width(),
                         iconSize().height());
        icon().paint(&painter, mark, Qt::AlignCenter, isEnabled() ? QIcon::Normal : QIcon::Disabled);
        words.setLeft(mark.right() + metric::tight + 1);
    }
    QFont linked = font();
    linked.setUnderline(isEnabled() && (underMouse() || hasFocus()));
    painter.setFont(linked);
    painter.setPen(isEnabled() ? legible(theme.*m_tone, theme.panel) : theme.faint);
    const int flags = Qt::AlignLeft | Qt::AlignVCenter | Qt::TextHideMnemonic;
    if (m_wraps)
        painter.drawText(words, flags | Qt::TextWordWrap, text());
    else
        painter.drawText(words, flags | Qt::TextSingleLine,
                         fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
}

void LinkButton::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateGeometry();
    QAbstractButton::changeEvent(event);
}

}
