#pragma once

#include <QMessageBox>

namespace app {

/// A question, or something to be told: in bold what is the matter, below it what follows. It has no picture,
/// and room for its title, which is short.
class Message : public QMessageBox
{
    Q_OBJECT

public:
    Message(const QString &title, const QString &text, StandardButtons buttons, QWidget *parent);

    /// Tells something and waits until it has been read.
    static void tell(QWidget *parent, const QString &title, const QString &text, const QString &more = {});

protected:
    void showEvent(QShowEvent *event) override;
};

}
