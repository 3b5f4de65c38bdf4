#pragma once

#include <QDialog>

class QAction;

namespace app {

/// The list of all keys.
class Shortcuts : public QDialog
{
    Q_OBJECT

public:
    Shortcuts(const QList<QAction *> &actions, QWidget *parent);
};

}
