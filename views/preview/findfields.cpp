#include "views/preview/findfields.h"

#include "model/edit/findtext.h"
#include "views/theme/labels.h"
#include "views/theme/style.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace views {

namespace {

constexpr int popupWidth = 340;
constexpr int mostListRows = 7;

model::Result<model::Json> parseCount(const QString &text)
{
    if (text.trimmed().isEmpty())
        return model::Json();
    bool isNumber = false;
    const qlonglong count = text.trimmed().toLongLong(&isNumber);
    if (!isNumber || count < 0)
        return model::refusal(FindFields::tr("a whole number, not negative"));
    return model::Json::number(qint64(count));
}

QString numberText(const model::Json &options, QLatin1StringView key)
{
    const model::Json *count = options.find(key);
    return count ? model::compactJson(*count) : QString();
}

bool isHasMany(const model::Json &find, const model::Schema &schema, const model::FindPlace &place)
{
    if (place.path.isEmpty() || place.isThrough)
        return false;
    const int above = model::tableAt(find, schema, {place.path.first(place.path.size() - 1), false});
    const int association = above < 0 ? -1 : schema.tables[above].association(place.path.last());
    return association >= 0 && schema.associations[association].kind == model::AssociationKind::HasMany;
}

QString titleOf(const model::FindPlace &place, const QString &model)
{
    const QString name = place.path.isEmpty() ? model : place.path.join(u" › "_s);
    return place.isThrough ? FindFields::tr("%1 · through %2").arg(name, model) : name;
}

}

FindFields::FindFields(QWidget *parent)
    : QFrame(parent, Qt::Popup), m_layout(new QVBoxLayout(this)), m_title(new QLabel),
      m_attributes(new QListWidget), m_required(new QComboBox),
      m_requiredLabel(new MutedLabel(tr("Required")))
{
    setFrameShape(QFrame::StyledPanel);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setFixedWidth(popupWidth);
    m_layout->setContentsMargins(metric::apart, metric::apart, metric::apart, metric::apart);
    m_layout->setSpacing(metric::tight);
    QFont strong = m_title->font();
    strong.setWeight(QFont::DemiBold);
    m_title->setFont(strong);
    m_title->setTextFormat(Qt::PlainText);
    m_layout->addWidget(m_title);

    m_layout->addWidget(new MutedLabel(tr("Attributes")));
    m_attributes->setAccessibleName(tr("Attributes"));
    m_attributes->setUniformItemSizes(true);
    m_layout->addWidget(m_attributes);
    connect(m_attributes, &QListWidget::itemChanged, this, [this](const QListWidgetItem *item) {
        const QString name = item->data(Qt::UserRole).toString();
        const bool isSelected = item->checkState() == Qt::Checked;
        Q_EMIT attributeToggled(m_place, name, isSelected);
    });

    m_layout->addWidget(m_requiredLabel);
    m_required->setAccessibleName(tr("Required"));
    m_required->addItem(tr("as Sequelize decides"), QVariant());
    m_required->addItem(tr("required: only with one (INNER JOIN)"), true);
    m_required->addItem(tr("optional: also without (LEFT OUTER JOIN)"), false);
    m_layout->addWidget(m_required);
    connect(m_required, &QComboBox::activated, this, [this] {
        const QVariant value = m_required->currentData();
        Q_EMIT changed(m_place, u"required"_s, value.isValid() ? model::Json(value.toBool()) : model::Json());
    });

    addField(u"where"_s, tr("Where"), tr("name like 'A%' and id > 3, or JSON"), model::parseWhere);
    addField(u"order"_s, tr("Order"), tr("name ASC, Tasks.title DESC"), model::parseOrder);
    addField(u"limit"_s, tr("Limit"), tr("all"), parseCount);
    addField(u"offset"_s, tr("Offset"), tr("0"), parseCount);
}

void FindFields::addField(const QString &option, const QString &label, const QString &hint,
                          const Parse &parse)
{
    Field field{.edit = new QLineEdit,
                .label = new MutedLabel(label),
                .reason = new MutedLabel,
                .parse = parse,
                .shown = {}};
    field.edit->setObjectName(option);
    field.edit->setAccessibleName(label);
    field.edit->setFont(fixedFont());
    field.edit->setPlaceholderText(hint);
    field.edit->installEventFilter(this);
    field.label->setBuddy(field.edit);
    field.reason->setWordWrap(true);
    field.reason->setTextFormat(Qt::PlainText);
    field.reason->setForegroundRole(QPalette::BrightText);
    field.reason->hide();
    m_layout->addWidget(field.label);
    m_layout->addWidget(field.edit);
    m_layout->addWidget(field.reason);
    connect(field.edit, &QLineEdit::textEdited, this, [this, option] { draft(option); });
    connect(field.edit, &QLineEdit::editingFinished, this, [this, option] { commit(option); });
    m_fields.insert(option, field);
}

void FindFields::show(const model::Json &find, const model::Schema &schema, const model::FindPlace &place)
{
    const bool isOther = !(place == m_place);
    m_place = place;
    const int position = model::tableAt(find, schema, place);
    const auto options = model::optionsAt(find, schema, place);
    if (position < 0 || !options)
        return hide();
    if (isOther) {
        for (const Field &field : std::as_const(m_fields))
            field.edit->setModified(false);
    }
    const model::Table &table = schema.tables[position];
    const bool isRoot = place.path.isEmpty();
    m_title->setText(titleOf(place, table.model));
    showAttributes(*options, table);
    const model::Json *required = options->find("required"_L1);
    m_required->setCurrentIndex(required ? (required->boolean() ? 1 : 2) : 0);
    m_required->setVisible(!isRoot && !place.isThrough);
    m_requiredLabel->setVisible(!isRoot && !place.isThrough);
    showField(u"where"_s, model::whereText(options->value("where"_L1)), true);
    // What is asked for separately can be ordered and limited by itself.
    const bool isOwnQuery = isRoot || isHasMany(find, schema, place);
    showField(u"order"_s, model::orderText(options->value("order"_L1)), isOwnQuery);
    showField(u"limit"_s, numberText(*options, "limit"_L1), isOwnQuery);
    showField(u"offset"_s, numberText(*options, "offset"_L1), isRoot);
    adjustSize();
}

void FindFields::showField(const QString &option, const QString &text, bool isThere)
{
    Field &field = m_fields[option];
    field.label->setVisible(isThere);
    field.edit->setVisible(isThere);
    field.reason->setVisible(isThere && !field.reason->text().isEmpty());
    if (field.edit->hasFocus() && field.edit->isModified())
        return;
    field.shown = text;
    if (field.edit->text() != text)
        field.edit->setText(text);
    field.edit->setCursorPosition(0);
    draft(option);
    field.edit->setModified(false);
}

void FindFields::showAttributes(const model::Json &options, const model::Table &table)
{
    const QSignalBlocker silent(m_attributes);
    const model::Json::Array selected = model::selectedAttributes(options, table);
    QStringList names;
    for (const model::Column &column : table.columns)
        names.append(column.attribute);
    if (m_attributes->count() != names.size()) {
        m_attributes->clear();
        m_attributes->addItems(names);
    }
    for (int i = 0; i < names.size(); ++i) {
        QListWidgetItem *item = m_attributes->item(i);
        item->setText(names[i]);
        item->setData(Qt::UserRole, names[i]);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(selected.contains(model::Json(names[i])) ? Qt::Checked : Qt::Unchecked);
    }
    const int rows = std::clamp(int(names.size()), 1, mostListRows);
    m_attributes->setFixedHeight(rows * std::max(int(metric::listRow), m_attributes->sizeHintForRow(0)) + 2);
}

void FindFields::focus(const QString &option)
{
    const auto field = m_fields.constFind(option);
    if (field == m_fields.cend())
        return m_attributes->setFocus();
    field->edit->setFocus();
    field->edit->selectAll();
}

/// What is typed, as far as it means something; else why it does not.
void FindFields::draft(const QString &option)
{
    const Field &field = m_fields[option];
    const auto value = field.parse(field.edit->text());
    field.reason->setText(value ? QString() : value.error().message);
    field.reason->setVisible(!value && field.edit->isVisibleTo(this));
    field.edit->setProperty("refused", !value);
    field.edit->update();
    adjustSize();
    if (value && field.edit->isModified())
        Q_EMIT drafted(m_place, option, *value);
}

void FindFields::commit(const QString &option)
{
    Field &field = m_fields[option];
    if (!field.edit->isModified())
        return;
    const auto value = field.parse(field.edit->text());
    if (!value)
        return;
    field.edit->setModified(false);
    if (field.edit->text() != field.shown)
        Q_EMIT changed(m_place, option, *value);
}

/// Takes back what was typed into a field; says whether there was anything.
bool FindFields::revert(QObject *edit)
{
    Field &field = m_fields[edit->objectName()];
    if (!field.edit->isModified() || field.edit->text() == field.shown)
        return false;
    field.edit->setText(field.shown);
    field.edit->setModified(true);
    draft(edit->objectName());
    field.edit->setModified(false);
    return true;
}

bool FindFields::eventFilter(QObject *watched, QEvent *event)
{
    const bool isEscape =
        event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape;
    return (isEscape && revert(watched)) || QFrame::eventFilter(watched, event);
}

void FindFields::hideEvent(QHideEvent *event)
{
    for (auto field = m_fields.cbegin(); field != m_fields.cend(); ++field) {
        commit(field.key());
        // What could not be read is gone, and so is its draft.
        revert(field->edit);
    }
    QFrame::hideEvent(event);
}

}
