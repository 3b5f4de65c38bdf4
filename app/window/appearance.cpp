#include "app/window/appearance.h"

#include "views/theme/style.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QEvent>

namespace app {

Appearance::Appearance(QObject *parent) : QObject(parent)
{
    QApplication::setStyle(new views::Style);
    qApp->installEventFilter(this);
    QApplication::setFont(views::systemFonts().words);
    apply();
}

void Appearance::setTheme(ThemeChoice choice)
{
    m_choice = choice;
    apply();
}

bool Appearance::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ThemeChange && m_choice == ThemeChoice::System && !m_isApplying)
        apply();
    return QObject::eventFilter(watched, event);
}

void Appearance::apply()
{
    m_isApplying = true;
    bool isDark = m_choice == ThemeChoice::Dark;
    if (m_choice == ThemeChoice::System) {
        // Without a palette of ours the application has the system's.
        QApplication::setPalette(QPalette());
        isDark = QApplication::palette().color(QPalette::Window).lightness() < 128;
    }
    QApplication::setPalette(views::paletteOf(isDark ? views::darkTheme : views::lightTheme));
    m_isApplying = false;
}

}
