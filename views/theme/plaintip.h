#pragma once

#include <QObject>

class QLabel;

namespace views {

/// Keeps a tool tip plain: what it says holds names and values, of which none is markup. Long words take
/// lines, as they would in rich text.
class PlainTip : public QObject
{
    Q_OBJECT

public:
    /// The widget, where it is the label in which Qt shows its tool tips.
    static void give(QWidget *widget);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    explicit PlainTip(QLabel *tip);

    QLabel *m_tip;
    bool m_isFitting = false;
};

}
