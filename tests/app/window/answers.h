#pragma once

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QMessageBox>
#include <QProgressDialog>
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
            told.append(box->informativeText());
            for (const auto *label : box->findChildren<QLabel *>()) {
                if (label->textFormat() != Qt::PlainText && !label->text().isEmpty())
                    rich.append(label->text());
            }
            for (const QWidget *window : QApplication::topLevelWidgets())
                hadCompany |= window->isVisible() && qobject_cast<const QProgressDialog *>(window);
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
    QStringList told; ///< what stood below
    QStringList rich; ///< texts of theirs that may be shown as HTML
    bool hadCompany = false; ///< a progress dialog stood beside one

private:
    QStringList m_buttons;
    QTimer m_timer;
};

}
