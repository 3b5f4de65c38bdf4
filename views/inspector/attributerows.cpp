#include "views/inspector/attributerows.h"

#include "model/edit/attributeline.h"
#include "model/edit/edit.h"
#include "views/inspector/optiontext.h"
#include "views/theme/icons.h"
#include "views/theme/labels.h"

#include <QGuiApplication>
#include <QPalette>

using namespace Qt::StringLiterals;

namespace views {

namespace {

struct Flag
{
    QString title;
    QString words;
};

Flag flagOf(int column)
{
    switch (column) {
    case AttributeRows::PrimaryKey: return {u"PK"_s, AttributeRows::tr("primary key")};
    case AttributeRows::NotNull: return {u"NN"_s, AttributeRows::tr("not null")};
    case AttributeRows::Unique: return {u"U"_s, AttributeRows::tr("unique")};
    case AttributeRows::AutoIncrement: return {u"AI"_s, AttributeRows::tr("auto increment")};
    default: return {};
    }
}

bool isFlag(int column)
{
    return !flagOf(column).title.isEmpty();
}

void setFlag(model::Attribute &attribute, int column, bool isOn)
{
    // What is Sequelize's default is not written.
    const std::optional<bool> value = isOn ? std::optional(true) : std::nullopt;
    switch (column) {
    case AttributeRows::PrimaryKey: attribute.primaryKey = value; break;
    case AttributeRows::NotNull: attribute.allowNull = isOn ? std::optional(false) : std::nullopt; break;
    case AttributeRows::Unique:
        attribute.unique.reset();
        attribute.unique.edit().flag = value;
        break;
    case AttributeRows::AutoIncrement: attribute.autoIncrement = value; break;
    default: break;
    }
}

}

void AttributeRows::show(const model::Project &project, const model::Schema &schema, model::ModelId model)
{
    const bool isOther = model != m_model;
    m_project = project;
    m_schema = schema;
    const model::Model *owner = modelOf(project, model);
    const int position = schema.tableOfDeclared.value(model, -1);
    const QList<model::Attribute> declared = owner ? owner->attributes : QList<model::Attribute>();
    QList<model::Column> made;
    QList<model::Column> added;
    if (position >= 0) {
        for (const model::Attribute &attribute : declared) {
            const model::Column *column = schema.tables[position].column(attribute.name);
            made.append(column ? *column : model::Column{.attribute = attribute.name});
        }
        for (const model::Column &column : schema.tables[position].columns) {
            if (column.declaredBy.isNull() && !attributeNamed(*owner, column.attribute))
                added.append(column);
        }
    }
    if (isOther) {
        beginResetModel();
        m_model = model;
        m_declared = declared;
        m_columns = made;
        m_added = added;
        endResetModel();
    } else {
        showDeclared(declared, made);
        showAdded(added);
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
    }
    Q_EMIT shown();
}

/// Another attribute takes the place of the empty row, where the cursor is, and gives it back when it goes.
void AttributeRows::showDeclared(const QList<model::Attribute> &declared, const QList<model::Column> &made)
{
    const int before = int(m_declared.size());
    const int after = int(declared.size());
    if (after > before)
        beginInsertRows({}, before + 1, after);
    else if (after < before)
        beginRemoveRows({}, after + 1, before);
    m_declared = declared;
    m_columns = made;
    if (after > before)
        endInsertRows();
    else if (after < before)
        endRemoveRows();
}

void AttributeRows::showAdded(const QList<model::Column> &added)
{
    const int first = nextRow() + 1;
    const int before = first + int(m_added.size());
    const int after = first + int(added.size());
    if (after > before)
        beginInsertRows({}, before, after - 1);
    else if (after < before)
        beginRemoveRows({}, after, before - 1);
    m_added = added;
    if (after > before)
        endInsertRows();
    else if (after < before)
        endRemoveRows();
}

bool AttributeRows::apply(const model::Result<model::Project> &next, const QString &what)
{
    if (!next) {
        Q_EMIT refused(next.error().message);
        return false;
    }
    const model::Project after = *next;
    Q_EMIT edited(after, what);
    // The window follows a little later; the next key is meant for the rows as they are from now on.
    if (m_project != after)
        show(after, model::resolve(after), m_model);
    return true;
}

model::AttributeId AttributeRows::attributeAt(int row) const
{
    return row >= 0 && isDeclared(row) ? m_declared[row].id : model::AttributeId();
}

int AttributeRows::rowOf(model::AttributeId attribute) const
{
    for (int row = 0; row < m_declared.size(); ++row) {
        if (m_declared[row].id == attribute)
            return row;
    }
    return -1;
}

int AttributeRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_model.isNull() ? 0 : int(m_declared.size() + 1 + m_added.size());
}

int AttributeRows::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant AttributeRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(isFlag(section) ? Qt::AlignCenter : Qt::AlignLeft | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole)
        return flagOf(section).words;
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("name");
    case TypeColumn: return tr("type");
    case Default: return tr("default");
    default: return flagOf(section).title;
    }
}

const model::Column *AttributeRows::columnAt(int row) const
{
    if (isDeclared(row))
        return &m_columns[row];
    return row > nextRow() ? &m_added[row - nextRow() - 1] : nullptr;
}

QVariant AttributeRows::text(const QModelIndex &index) const
{
    const int row = index.row();
    const model::Column *column = columnAt(row);
    if (!column)
        return {};
    switch (index.column()) {
    case Name: return isDeclared(row) ? m_declared[row].name : column->attribute;
    case TypeColumn: return textOf(isDeclared(row) ? m_declared[row].type : column->type);
    case Default: return textOf(isDeclared(row) ? m_declared[row].defaultValue : column->defaultValue);
    default: return {};
    }
}

bool AttributeRows::isChecked(int row, int column) const
{
    const model::Column *made = columnAt(row);
    if (!made)
        return false;
    switch (column) {
    case PrimaryKey: return made->primaryKey;
    case NotNull: return isDeclared(row) ? m_declared[row].allowNull == false : !made->isNullable();
    case Unique: {
        const model::Unique &unique = *(isDeclared(row) ? m_declared[row].unique : made->unique);
        return unique.isGiven() && unique.flag != false;
    }
    case AutoIncrement: return made->autoIncrement;
    default: return false;
    }
}

QString AttributeRows::reason(int row) const
{
    const model::Column *column = columnAt(row);
    if (!column)
        return tr("Type the name of the next attribute, or paste lines of “name type”.");
    const QString why = model::reasonOf(m_schema, *column);
    return column->name.isEmpty() || column->isVirtual() ? why : tr("column %1: %2").arg(column->name, why);
}

QVariant AttributeRows::data(const QModelIndex &index, int role) const
{
    const int row = index.row();
    const bool isNext = row == nextRow();
    switch (role) {
    case Qt::DisplayRole:
        if (isNext && index.column() == Name)
            return tr("new attribute");
        return text(index);
    case Qt::EditRole: return isNext ? QVariant(QString()) : text(index);
    case Qt::CheckStateRole:
        if (!isFlag(index.column()) || isNext)
            return {};
        return isChecked(row, index.column()) ? Qt::Checked : Qt::Unchecked;
    case Qt::FontRole: {
        QFont font = index.column() == Name ? QGuiApplication::font() : smallFont(fixedFont());
        font.setItalic(!isDeclared(row));
        return font;
    }
    case Qt::ForegroundRole:
        return isDeclared(row) && index.column() == Name ? QVariant()
                                                         : QGuiApplication::palette().placeholderText();
    case Qt::DecorationRole: {
        const model::Column *column = columnAt(row);
        if (index.column() != Name)
            return {};
        if (!column)
            return icon(u"add"_s, Tone::Muted);
        if (column->primaryKey)
            return icon(u"key-primary"_s, Tone::Warning);
        if (column->references)
            return icon(u"key-foreign"_s, Tone::Warning);
        // Names without a mark begin where the others do.
        return isChecked(row, Unique) ? QVariant(icon(u"key-unique"_s, Tone::Warning))
                                      : QVariant(QColor(Qt::transparent));
    }
    case Qt::ToolTipRole:
        return isFlag(index.column()) ? QVariant(flagOf(index.column()).words) : reason(row);
    case Qt::AccessibleTextRole:
        return isFlag(index.column()) ? QVariant(flagOf(index.column()).words) : data(index, Qt::DisplayRole);
    case Qt::AccessibleDescriptionRole: return reason(row);
    default: return {};
    }
}

Qt::ItemFlags AttributeRows::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const bool isNext = index.row() == nextRow();
    if (!isDeclared(index.row()) && !isNext)
        return Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    if (isFlag(index.column()))
        return isNext ? flags : flags | Qt::ItemIsUserCheckable;
    return !isNext || index.column() == Name ? flags | Qt::ItemIsEditable : flags;
}

bool AttributeRows::add(const QString &line)
{
    // A type is wanted, and the next field asks for it.
    model::Attribute attribute{.type = *model::parseType(u"STRING"_s)};
    if (const auto taken = model::takeName(line, attribute); !taken)
        return apply(tl::unexpected(taken.error()), {});
    return apply(model::addAttribute(m_project, m_model, attribute),
                 tr("Add attribute %1").arg(attribute.name));
}

bool AttributeRows::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const QString entered = value.toString().trimmed();
    if (index.row() == nextRow())
        return index.column() == Name && (entered.isEmpty() || add(entered));
    if (!isDeclared(index.row()))
        return false;
    model::Attribute attribute = m_declared[index.row()];
    model::Result<void> taken;
    if (role == Qt::CheckStateRole)
        setFlag(attribute, index.column(), value.toInt() == Qt::Checked);
    else if (index.column() == Name)
        taken = model::takeName(entered, attribute);
    else if (index.column() == TypeColumn)
        taken = takeText(entered, attribute.type);
    else
        taken = takeText(entered, attribute.defaultValue);
    if (taken && attribute == m_declared[index.row()])
        return true;
    const QString name = m_declared[index.row()].name;
    return apply(taken ? model::changeAttribute(m_project, m_model, attribute)
                       : model::Result<model::Project>(tl::unexpected(taken.error())),
                 attribute.name != name ? tr("Rename attribute %1").arg(name) : tr("Change %1").arg(name));
}

}
