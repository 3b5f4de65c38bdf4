#pragma once

#include <QWidget>

class QLabel;

namespace views {

class LinkButton;

/// A line between two parts.
QWidget *hairline();

/// What went wrong, or what can be done about it, in a line over what it is about; not there while there is
/// nothing to say.
class Notice : public QWidget
{
    Q_OBJECT

public:
    explicit Notice(QWidget *parent = nullptr);

    /// With a link, where there is something to do.
    void say(const QString &text, const QString &link = {});
    void clear();
    QString text() const;

Q_SIGNALS:
    void linked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void colour();

    QLabel *m_text;
    LinkButton *m_link;
    LinkButton *m_close;
};

}
