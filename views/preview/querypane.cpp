#include "views/preview/querypane.h"

#include "views/preview/barparts.h"
#include "views/preview/findfields.h"
#include "views/preview/findtextedit.h"
#include "views/preview/includetree.h"
#include "views/theme/icons.h"
#include "views/theme/labels.h"
#include "views/theme/style.h"

#include <QHBoxLayout>
#include <QInputDialog>
#include <QMenu>
#include <QScreen>
#include <QStackedWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace views {

namespace {

/// A name where `&` would underline what follows.
QString escaped(QString name)
{
    return name.replace(u'&', u"&&"_s);
}

/// The option that a row stands for, or that it is most often opened for.
QString optionOf(IncludeRow::Part part)
{
    switch (part) {
    case IncludeRow::Where: return u"where"_s;
    case IncludeRow::Order: return u"order"_s;
    case IncludeRow::Limit: return u"limit"_s;
    case IncludeRow::Model:
    case IncludeRow::Association:
    case IncludeRow::Lost:
    case IncludeRow::Through: return {};
    }
    Q_UNREACHABLE();
}

}

QueryPane::QueryPane(QWidget *parent)
    : QWidget(parent), m_chooser(new ChooserButton), m_textButton(new QToolButton), m_menu(new QMenu(this)),
      m_stack(new QStackedWidget), m_tree(new IncludeTree), m_text(new FindTextEdit),
      m_fields(new FindFields(this))
{
    setObjectName(u"queryPane"_s);
    m_chooser->setMenu(m_menu);
    m_chooser->setAccessibleName(tr("Query"));
    m_textButton->setIcon(icon(u"code"_s, Tone::Muted));
    m_textButton->setCheckable(true);
    m_textButton->setAutoRaise(true);
    m_textButton->setToolTip(tr("The query as JSON"));
    m_textButton->setAccessibleName(tr("The query as JSON"));
    auto *bar = new QWidget;
    QHBoxLayout *parts = newBar(bar);
    m_title = new SectionTitle(tr("Include"));
    parts->addWidget(m_title);
    parts->addStretch();
    parts->addWidget(m_chooser);
    parts->addWidget(m_textButton);
    m_stack->addWidget(m_tree);
    m_stack->addWidget(m_text);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addWidget(m_stack, 1);
    setFocusProxy(m_tree);

    connect(m_menu, &QMenu::aboutToShow, this, &QueryPane::fillMenu);
    connect(m_textButton, &QToolButton::toggled, this, &QueryPane::showText);
    connect(m_tree, &IncludeTree::toggled, this, &QueryPane::toggle);
    connect(m_tree, &IncludeTree::editAsked, this, &QueryPane::openFields);
    connect(m_tree, &IncludeTree::hovered, this, &QueryPane::hovered);
    connect(m_text, &FindTextEdit::drafted, this, &QueryPane::drafted);
    connect(m_text, &FindTextEdit::changed, this,
            [this](const model::Json &find) { apply(find, tr("Edit the query")); });
    connect(m_fields, &FindFields::attributeToggled, this,
            [this](const model::FindPlace &place, const QString &attribute, bool isSelected) {
                apply(model::withAttribute(m_find, *m_schema, place, attribute, isSelected),
                      isSelected ? tr("Select %1").arg(attribute) : tr("Leave out %1").arg(attribute));
            });
    connect(m_fields, &FindFields::changed, this,
            [this](const model::FindPlace &place, const QString &option, const model::Json &value) {
                apply(model::withOption(m_find, *m_schema, place, option, value),
                      tr("Change %1 of %2").arg(option, nameOf(place)));
            });
    connect(m_fields, &FindFields::drafted, this,
            [this](const model::FindPlace &place, const QString &option, const model::Json &value) {
                if (const auto find = model::withOption(m_find, *m_schema, place, option, value))
                    Q_EMIT drafted(*find, {});
            });
}

/// In a narrow column the name of the query is worth more than the title.
void QueryPane::resizeEvent(QResizeEvent *event)
{
    constexpr int widthForTitle = 200;
    m_title->setVisible(width() >= widthForTitle);
    QWidget::resizeEvent(event);
}

void QueryPane::show(const model::Json &find, const model::Json &draft,
                     const std::shared_ptr<const model::Schema> &schema, const QString &name)
{
    m_find = find;
    m_schema = schema;
    m_name = name;
    m_chooser->setText(name.isEmpty() ? tr("Not saved") : escaped(name));
    m_chooser->setToolTip(name);
    m_tree->show(draft.value("model"_L1).string().isEmpty() ? QList<IncludeRow>()
                                                            : includeRows(draft, *schema));
    m_text->show(find);
    if (m_fields->isVisible())
        m_fields->show(find, *schema, m_fields->place());
}

void QueryPane::showChoice(const QList<model::Query> &queries)
{
    m_queries = queries;
}

void QueryPane::showFault(const std::optional<model::Error> &fault)
{
    m_text->showFault(fault);
}

void QueryPane::apply(const model::Result<model::Json> &find, const QString &what)
{
    if (find && *find != m_find)
        Q_EMIT changed(*find, what);
}

QString QueryPane::nameOf(const model::FindPlace &place) const
{
    const QString name = place.path.isEmpty() ? m_find.value("model"_L1).string() : place.path.last();
    return place.isThrough ? tr("the through of %1").arg(name) : name;
}

void QueryPane::toggle(const QStringList &path, bool isIncluded)
{
    const auto find = isIncluded ? model::withInclude(m_find, *m_schema, path)
                                 : model::withoutInclude(m_find, *m_schema, path);
    apply(find, isIncluded ? tr("Include %1").arg(path.last()) : tr("No longer include %1").arg(path.last()));
}

void QueryPane::openFields(const IncludeRow &row, const QRect &rect)
{
    m_fields->show(m_find, *m_schema, row.place);
    // Beside the row it speaks of, as far as the screen reaches.
    const QRect screen = m_tree->screen()->availableGeometry();
    const QRect around(m_tree->viewport()->mapToGlobal(rect.topLeft()), rect.size());
    const QSize size = m_fields->sizeHint();
    QPoint at(around.left() + metric::far, around.bottom());
    if (at.y() + size.height() > screen.bottom())
        at.setY(std::max(screen.top(), around.top() - size.height()));
    at.setX(std::clamp(at.x(), screen.left(), std::max(screen.left(), screen.right() - size.width())));
    m_fields->move(at);
    m_fields->show();
    m_fields->focus(optionOf(row.part));
}

void QueryPane::showText(bool isText)
{
    m_stack->setCurrentIndex(isText ? 1 : 0);
    setFocusProxy(m_stack->currentWidget());
    m_stack->currentWidget()->setFocus();
}

void QueryPane::fillMenu()
{
    m_menu->clear();
    for (const model::Query &query : std::as_const(m_queries)) {
        QAction *action = m_menu->addAction(escaped(query.name));
        action->setCheckable(true);
        action->setChecked(query.name == m_name);
        connect(action, &QAction::triggered, this, [this, id = query.id] { Q_EMIT queryPicked(id); });
    }
    m_menu->addSeparator();
    QMenu *models = m_menu->addMenu(tr("New query of"));
    for (const model::Table &table : m_schema->tables) {
        if (!table.isAutomatic()) {
            connect(models->addAction(escaped(table.model)), &QAction::triggered, this,
                    [this, name = table.model] { Q_EMIT modelPicked(name); });
        }
    }
    connect(m_menu->addAction(m_name.isEmpty() ? tr("Save query…") : tr("Save as another query…")),
            &QAction::triggered, this, &QueryPane::askName);
}

void QueryPane::askName()
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save query"));
    dialog->setLabelText(tr("Name"));
    connect(dialog, &QInputDialog::textValueSelected, this, &QueryPane::saveAsked);
    dialog->open();
}

}
