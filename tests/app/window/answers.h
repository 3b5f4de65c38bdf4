#pragma once

#include <QAbstractButton>
#include <QApplication>
#include <QMessageBox>
#include <QTimer>

namespace test {

/// Presses buttons of the questions to come, one of each, and remembers what they were asked.
class Answers : public QObject
{
public:
    explicit Answers(const QStringList &buttons) : m_buttons(buttons)
    {
        m_timer.setInterval(1);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
            if (!box || !box->isVisible())
                return;
            asked.append(box->text());
            const QString wanted = m_buttons.isEmpty() ? QStringLiteral("Cancel") : m_buttons.takeFirst();
            for (QAbstractButton *button : box->buttons()) {
                if (button->text().remove(u'&') == wanted)
                    return button->click();
            }
            asked.append(QStringLiteral("no button ") + wanted);
            box->reject();
        });
        m_timer.start();
    }

    QStringList asked;

private:
    QStringList m_buttons;
    QTimer m_timer;
};

}
