#include "views/canvas/modelpicker.h"

#include "views/theme/dropshadow.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace views {

namespace {

constexpr int modelRole = Qt::UserRole;

}

ModelPicker::ModelPicker(const model::Project &project, QWidget *parent)
    : QFrame(parent), m_letters(new QLineEdit(this)), m_list(new QListWidget(this))
{
    for (const model::Model &model : project.models)
        m_models.append({model.name, model.id});
    setAutoFillBackground(true);
    setFrameShape(QFrame::StyledPanel);
    DropShadow::give(this);
    m_letters->setPlaceholderText(tr("Connect with …"));
    m_letters->setAccessibleName(tr("Model to connect with"));
    m_letters->installEventFilter(this);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2, 2, 2, 2);
    layout->setSpacing(2);
    layout->addWidget(m_letters);
    layout->addWidget(m_list);
    connect(m_letters, &QLineEdit::textChanged, this, &ModelPicker::filter);
    connect(m_list, &QListWidget::itemClicked, this, &ModelPicker::pick);
}

void ModelPicker::begin(QPoint at)
{
    constexpr int width = 220;
    constexpr int mostRows = 8;
    filter({});
    const int rowHeight = std::max(m_list->sizeHintForRow(0), 18);
    const int rows = std::clamp(int(m_models.size()), 1, mostRows);
    m_list->setFixedHeight(rows * rowHeight + 2);
    const QSize size(width, sizeHint().height());
    const QRect room = parentWidget()->rect();
    setGeometry(QRect(QPoint(std::clamp(at.x(), 0, std::max(0, room.width() - size.width())),
                             std::clamp(at.y(), 0, std::max(0, room.height() - size.height()))),
                      size));
    show();
    raise();
    m_letters->setFocus(Qt::OtherFocusReason);
}

/// Names that begin with the letters come before those that contain them.
void ModelPicker::filter(const QString &letters)
{
    QList<QPair<QString, model::ModelId>> found;
    for (const auto &model : std::as_const(m_models)) {
        if (model.first.contains(letters, Qt::CaseInsensitive))
            found.append(model);
    }
    std::stable_partition(found.begin(), found.end(), [&](const auto &model) {
        return model.first.startsWith(letters, Qt::CaseInsensitive);
    });
    m_list->clear();
    for (const auto &[name, id] : std::as_const(found)) {
        auto *item = new QListWidgetItem(name, m_list);
        item->setData(modelRole, id.value);
    }
    m_list->setCurrentRow(0);
}

void ModelPicker::pick()
{
    if (const QListWidgetItem *item = m_list->currentItem())
        Q_EMIT picked(model::ModelId{item->data(modelRole).toUInt()});
}

bool ModelPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const int last = m_list->count() - 1;
        switch (key) {
        case Qt::Key_Return:
        case Qt::Key_Enter: pick(); return true;
        case Qt::Key_Escape: Q_EMIT abandoned(); return true;
        case Qt::Key_Down: m_list->setCurrentRow(std::min(m_list->currentRow() + 1, last)); return true;
        case Qt::Key_Up: m_list->setCurrentRow(std::max(m_list->currentRow() - 1, 0)); return true;
        default: break;
        }
    } else if (event->type() == QEvent::FocusOut) {
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason)
            hide();
    }
    return QFrame::eventFilter(watched, event);
}

}
