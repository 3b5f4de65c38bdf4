#include "app/window/message.h"

#include <QGridLayout>
#include <QLabel>
#include <QShowEvent>

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

void Message::showEvent(QShowEvent *event)
{
    QMessageBox::showEvent(event);
    // Where there is no picture, Qt keeps the words away from the edge all the same.
    auto *grid = static_cast<QGridLayout *>(layout());
    for (int i = 0; i < grid->count(); ++i) {
        if (QSpacerItem *indent = grid->itemAt(i)->spacerItem())
            indent->changeSize(0, 0, QSizePolicy::Fixed, QSizePolicy::Fixed);
    }
    grid->setHorizontalSpacing(0);
    grid->setColumnStretch(1, 1);
    // Long words take lines.
    auto *words = findChild<QLabel *>(u"qt_msgbox_label"_s);
    words->setWordWrap(true);
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    words->setSizePolicy(policy);
    grid->invalidate();
    grid->activate();
    setFixedSize(width(), grid->totalHeightForWidth(width()));
}

void Message::tell(QWidget *parent, const QString &title, const QString &text, const QString &more)
{
    Message message(title, text, Ok, parent);
    message.setInformativeText(more);
    message.exec();
}

}
