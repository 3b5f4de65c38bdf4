#pragma once

#include "views/canvas/naming.h"

#include <QFrame>

class QLabel;
class QLineEdit;

namespace views {

/// Fields over a part of the diagram in which its names are typed. A name that is refused stays, with the
/// reason below.
class NameFields : public QFrame
{
    Q_OBJECT

public:
    NameFields(const QList<NameField> &fields, QWidget *parent);

    QStringList texts() const;
    /// The names as they were offered.
    QStringList offered() const;
    void showReason(const QString &reason);
    /// Lies over a rectangle of the parent, in letters that fit the zoom, and never outside of the parent.
    void placeOver(const QRectF &rect, qreal zoom);
    void begin();

Q_SIGNALS:
    void accepted(); ///< Enter
    void abandoned(); ///< Escape
    void left(); ///< the focus went elsewhere

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void accept(QLineEdit *field);

    QList<QLineEdit *> m_fields;
    QStringList m_offered;
    QLabel *m_reason = nullptr;
};

}
