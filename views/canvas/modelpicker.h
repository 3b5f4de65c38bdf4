#pragma once

#include "model/project/project.h"

#include <QFrame>

class QLineEdit;
class QListWidget;

namespace views {

/// Picks a model by the letters of its name.
class ModelPicker : public QFrame
{
    Q_OBJECT

public:
    ModelPicker(const model::Project &project, QWidget *parent);

    void begin(QPoint at);

Q_SIGNALS:
    void picked(model::ModelId model);
    void abandoned();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter(const QString &letters);
    void pick();

    QList<QPair<QString, model::ModelId>> m_models;
    QLineEdit *m_letters = nullptr;
    QListWidget *m_list = nullptr;
};

}
