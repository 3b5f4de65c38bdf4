#pragma once

#include <QWidget>

class QLabel;

namespace views {

class LinkButton;

/// What stands where rows would be, with what can be done about it.
class EmptyRows : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyRows(QWidget *over);

    /// Up to two links; nothing hides it.
    void say(const QString &text, const QString &first = {}, const QString &second = {});

Q_SIGNALS:
    void firstLinked();
    void secondLinked();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();

    QLabel *m_text;
    LinkButton *m_first;
    LinkButton *m_second;
};

}
