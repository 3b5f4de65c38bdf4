#include "app/window/message.h"

#include <QGridLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr int leastWidth = 400;

}

Message::Message(const QString &title, const QString &text, StandardButtons buttons, QWidget *parent)
    : QMessageBox(NoIcon, title, text, buttons, parent)
{
    auto *words = findChild<QLabel *>(u"qt_msgbox_label"_s);
    QFont font = words->font();
    font.setWeight(QFont::DemiBold);
    words->setFont(font);
    words->setMinimumWidth(leastWidth);
    setTextFormat(Qt::PlainText);
}

void Message::tell(QWidget *parent, const QString &title, const QString &text, const QString &more)
{
    Message message(title, text, Ok, parent);
    message.setInformativeText(more);
    message.exec();
}

}
