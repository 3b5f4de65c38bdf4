#include "model/sample/plan.h"

#include "model/sample/values.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace model::sample {

namespace {

QString nounOf(const QString &model)
{
    QString noun = wordsOf(model).join(u' ');
    if (!noun.isEmpty())
        noun[0] = noun[0].toUpper();
    return noun;
}

void findStage(TablePlan &plan)
{
    for (int i = 0; i < plan.columns.size() && plan.stageColumn < 0; ++i) {
        const QStringList &values = plan.columns[i].recipe.type.values;
        const bool tells = std::any_of(values.begin(), values.end(), [](const QString &value) {
            return stageOf(value) == Stage::Finished;
        });
        if (plan.columns[i].choices > 0 && tells)
            plan.stageColumn = i;
    }
}

/// What a column means among the others: between streets and cities, a state is a region; the address of an
/// e-mail is no street.
void readContext(TablePlan &plan)
{
    const auto means = [](Meaning meaning) {
        return [meaning](const ColumnPlan &column) { return column.recipe.about.meaning == meaning; };
    };
    const bool hasPlaces = plan.row.subject == Subject::City
        || std::any_of(plan.columns.begin(), plan.columns.end(), means(Meaning::City))
        || std::any_of(plan.columns.begin(), plan.columns.end(), means(Meaning::PostalCode));
    const bool holdsKeys = plan.noun.endsWith("key"_L1) || plan.noun.endsWith("token"_L1);
    const bool isFile = plan.row.subject == Subject::File || plan.row.subject == Subject::Picture;
    bool isNamed = plan.row.subject == Subject::Person;
    const bool isMail = plan.noun.startsWith("Email"_L1) || plan.noun.startsWith("E mail"_L1);
    for (ColumnPlan &column : plan.columns) {
        Meaning &meaning = column.recipe.about.meaning;
        if (hasPlaces && meaning == Meaning::Status && column.recipe.name.endsWith("state"_L1))
            meaning = Meaning::Region;
        if (isMail && meaning == Meaning::Street)
            meaning = Meaning::Email;
        if (holdsKeys && meaning == Meaning::Slug)
            meaning = Meaning::Token;
        if (isFile && meaning == Meaning::Size && column.recipe.type.isNumber())
            meaning = Meaning::Bytes;
        ColumnMeaning &about = column.recipe.about;
        const bool hasOtherEnd =
            std::any_of(plan.columns.begin(), plan.columns.end(), [&](const auto &other) {
                return other.recipe.about.end != about.end && other.recipe.about.end != End::None
                    && other.recipe.about.span == about.span;
            });
        if (!hasOtherEnd && column.recipe.type.isNumber())
            about.end = End::None;
        // An order's email is that of its customer.
        if (!isNamed && meaning == Meaning::Name && about.subject == Subject::Person)
            about.isOwn = isNamed = true;
    }
}

void giveTimestamps(const Table &table, const Column &column, ColumnPlan &plan)
{
    ColumnMeaning &about = plan.recipe.about;
    if (column.attribute == table.createdAt)
        about.meaning = Meaning::Created;
    else if (column.attribute == table.updatedAt)
        about.meaning = Meaning::Updated;
    else if (column.attribute == table.deletedAt)
        about.meaning = Meaning::Deleted;
    else if (column.attribute == table.version && plan.recipe.type.isNumber())
        plan.fixed = Json::number(qint64(0));
}

ColumnPlan planColumn(const Table &table, int position, const Row &row)
{
    const Column &column = table.columns[position];
    ColumnPlan plan;
    plan.position = position;
    plan.type = column.type;
    plan.recipe.type = heldBy(column.type);
    plan.recipe.isRaw = column.type.name == TypeName::Raw;
    plan.recipe.name = column.attribute;
    plan.recipe.key = mixed(row.key, column.attribute);
    plan.recipe.about = columnMeaningOf(column.attribute, plan.recipe.type, row.subject);
    plan.choices = choicesOf(plan.recipe.type);
    plan.isNullable = column.isNullable() && !column.primaryKey;
    plan.isSometimesEmpty = plan.isNullable && !column.defaultValue && plan.choices == 0
        && isSometimesEmpty(plan.recipe.about.meaning);
    giveTimestamps(table, column, plan);
    return plan;
}

TablePlan planTable(const Table &table, int rows, quint64 seed)
{
    TablePlan plan;
    plan.table = &table;
    plan.noun = nounOf(table.model);
    plan.row.key = mixed(seed, table.model);
    plan.row.rows = rows;
    plan.row.subject = subjectOf(table.model);
    QSet<QString> names;
    for (int i = 0; i < table.columns.size(); ++i) {
        const Column &column = table.columns[i];
        if (column.isVirtual() || names.contains(column.name))
            continue;
        names.insert(column.name);
        plan.columns.append(planColumn(table, i, plan.row));
    }
    readContext(plan);
    return plan;
}

/// Tables that share a name are one in the database: the one that is declared last is created.
QList<bool> sharedTables(const Schema &schema)
{
    QList<bool> shared(schema.tables.size(), false);
    QSet<std::pair<QString, QString>> names;
    for (qsizetype position = schema.tables.size() - 1; position >= 0; --position) {
        const Table &table = schema.tables[position];
        const std::pair name{table.schema, table.name.value};
        shared[position] = names.contains(name);
        names.insert(name);
    }
    return shared;
}

/// A key that holds another key is kept by keeping that one.
void addKey(TablePlan &plan, QList<int> key)
{
    std::sort(key.begin(), key.end());
    key.erase(std::unique(key.begin(), key.end()), key.end());
    const auto holds = [](const QList<int> &whole, const QList<int> &part) {
        return std::includes(whole.begin(), whole.end(), part.begin(), part.end());
    };
    if (key.isEmpty() || key.first() < 0)
        return;
    for (const QList<int> &known : plan.keys) {
        if (holds(key, known))
            return;
    }
    plan.keys.removeIf([&](const QList<int> &known) { return holds(known, key); });
    plan.keys.append(key);
}

/// The columns of an index; those of an expression by their names in it.
QList<int> columnsOf(const TablePlan &plan, const TableIndex &index)
{
    static const QRegularExpression word(u"\\w+"_s, QRegularExpression::UseUnicodePropertiesOption);
    QList<int> columns;
    for (const IndexField &field : index.declared.fields) {
        if (!field.isExpression()) {
            columns.append(plan.columnNamed(field.name));
            continue;
        }
        auto words = word.globalMatch(field.function ? compactJson(*field.function) : field.literal);
        while (words.hasNext()) {
            if (const int column = plan.columnNamed(words.next().captured()); column >= 0)
                columns.append(column);
        }
    }
    return columns;
}

void findKeys(TablePlan &plan)
{
    const Table &table = *plan.table;
    QList<int> primary;
    for (const Column *column : table.primaryKey())
        primary.append(plan.columnNamed(column->name));
    addKey(plan, primary);
    for (const UniqueKey &unique : table.uniqueKeys) {
        QList<int> columns;
        for (const QString &name : unique.columns)
            columns.append(plan.columnNamed(name));
        addKey(plan, columns);
    }
    for (const TableIndex &index : table.indexes) {
        if (index.unique)
            addKey(plan, columnsOf(plan, index));
    }
}

/// What belongs to another row always has one; what only refers to it may do without.
void leaveKeysEmpty(TablePlan &plan)
{
    for (ColumnPlan &column : plan.columns) {
        if (!column.isReference())
            continue;
        const Column &declared = plan.table->columns[column.position];
        const bool belongs = declared.onDelete.compare("CASCADE"_L1, Qt::CaseInsensitive) == 0;
        column.isSometimesEmpty =
            column.isNullable && column.isEnforced && !belongs && !declared.defaultValue;
    }
}

/// A foreign key that only hasOne calls make is a row's own, whatever the database says.
void findOnes(const Schema &schema, Plan &plan)
{
    QList<std::pair<int, int>> ones;
    QList<std::pair<int, int>> many;
    for (const ResolvedAssociation &a : schema.associations) {
        const bool isOne = a.kind == AssociationKind::HasOne;
        if (a.refused || (!isOne && a.kind != AssociationKind::HasMany))
            continue;
        const int column = plan.tables[a.target].columnOfAttribute(a.foreignKey.value);
        if (column >= 0)
            (isOne ? ones : many).append({a.target, column});
    }
    for (const auto &one : ones) {
        if (!many.contains(one))
            addKey(plan.tables[one.first], {one.second});
    }
}

void findJoinKeys(Plan &plan)
{
    for (TablePlan &table : plan.tables) {
        if (table.isJoinTable())
            addKey(table, {table.links.first, table.links.second});
        for (const ColumnPlan &column : std::as_const(table.columns)) {
            auto referred = column.sources;
            if (column.mirrored)
                referred.append(*column.mirrored);
            for (const Source &source : std::as_const(referred)) {
                TablePlan &target = plan.tables[source.table];
                // What others refer to is there, and only once.
                target.columns[source.column].isSometimesEmpty = false;
                if (target.columns[source.column].isMade())
                    addKey(target, {source.column});
            }
        }
    }
}

bool isCounted(const ColumnMeaning &about)
{
    return about.meaning == Meaning::Id || about.meaning == Meaning::Slug
        || about.meaning == Meaning::Anything || about.meaning == Meaning::Uuid;
}

bool isPlace(const ColumnMeaning &about)
{
    return isCounted(about) || about.meaning == Meaning::Position || about.meaning == Meaning::Code
        || about.meaning == Meaning::Level || about.meaning == Meaning::Release;
}

void count(TablePlan &plan)
{
    for (ColumnPlan &column : plan.columns) {
        if (column.isMade() && plan.table->columns[column.position].autoIncrement
            && column.recipe.type.isNumber())
            column.recipe.counting = Counting::ByRow;
    }
    for (const QList<int> &key : std::as_const(plan.keys)) {
        const bool isGrouped = std::any_of(key.begin(), key.end(), [&](int i) {
            return plan.columns[i].isReference() && !plan.columns[i].isDeferred;
        });
        for (const int i : key) {
            ColumnPlan &column = plan.columns[i];
            column.isSometimesEmpty = false;
            if (!column.isMade() || !column.recipe.type.isInteger() || column.recipe.counting != Counting::No)
                continue;
            if (key.size() == 1 && isCounted(column.recipe.about))
                column.recipe.counting = Counting::ByRow;
            else if (isGrouped && isPlace(column.recipe.about))
                column.recipe.counting = Counting::InGroup;
        }
    }
}

}

int TablePlan::columnNamed(const QString &name) const
{
    for (int i = 0; i < columns.size(); ++i) {
        if (table->columns[columns[i].position].name == name)
            return i;
    }
    return -1;
}

int TablePlan::columnOfAttribute(const QString &attribute) const
{
    for (int i = 0; i < columns.size(); ++i) {
        if (table->columns[columns[i].position].attribute == attribute)
            return i;
    }
    return -1;
}

QList<int> TablePlan::updateKey() const
{
    for (const QList<int> &key : keys) {
        const bool isSteady = std::all_of(
            key.begin(), key.end(), [&](int i) { return !columns[i].isNullable && !columns[i].isDeferred; });
        if (isSteady)
            return key;
    }
    return {};
}

Plan planRows(const Schema &schema, const SampleOptions &options)
{
    Plan plan;
    const QList<bool> shared = sharedTables(schema);
    plan.tables.resize(schema.tables.size());
    for (int i = 0; i < schema.tables.size(); ++i) {
        if (!shared[i])
            plan.tables[i] = planTable(schema.tables[i], options.rows, options.seed);
    }
    for (TablePlan &table : plan.tables) {
        table.row.noun = table.noun;
        if (table.table)
            findKeys(table);
    }
    findSources(schema, plan);
    for (TablePlan &table : plan.tables) {
        if (!table.table)
            continue;
        findStage(table);
        leaveKeysEmpty(table);
    }
    findOnes(schema, plan);
    findJoinKeys(plan);
    findOrder(schema, options.circles, plan);
    for (TablePlan &table : plan.tables) {
        if (table.table)
            count(table);
    }
    return plan;
}

}
