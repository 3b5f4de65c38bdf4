#include "model/query/order.h"

#include "model/sql/literal.h"
#include "model/sql/where.h"

#include <array>

using namespace Qt::StringLiterals;

namespace model {

namespace {

constexpr std::array directions{"ASC"_L1,
                                "DESC"_L1,
                                "ASC NULLS LAST"_L1,
                                "DESC NULLS LAST"_L1,
                                "ASC NULLS FIRST"_L1,
                                "DESC NULLS FIRST"_L1,
                                "NULLS FIRST"_L1,
                                "NULLS LAST"_L1};

QString directionOf(const Json &word)
{
    for (const QLatin1StringView each : directions) {
        if (word.string().compare(each, Qt::CaseInsensitive) == 0)
            return each;
    }
    return {};
}

class OrderWriter
{
public:
    OrderWriter(const Step &root, bool usesSubQuery, const Dialect &dialect)
        : m_root(root), m_usesSubQuery(usesSubQuery), m_dialect(dialect)
    {
    }

    Result<OrderClauses> write(const Json &order)
    {
        OrderClauses clauses;
        if (order.isNull())
            return clauses;
        if (isExpression(order)) {
            const QString text = expression(order);
            m_main.append(text);
            m_sub.append(text);
        } else if (order.isArray()) {
            for (const Json &item : order.items())
                writeItem(item.isArray() ? item : Json(Json::Array{item}), item.offset());
        } else {
            fault(order.offset(),
                  Text::tr("order: expected a list or an expression, found %1").arg(order.kindName()));
        }
        if (m_fault)
            return tl::unexpected(*m_fault);
        if (!m_main.isEmpty())
            clauses.main = u" ORDER BY "_s + m_main.join(u", "_s);
        if (m_usesSubQuery && !m_sub.isEmpty())
            clauses.sub = u" ORDER BY "_s + m_sub.join(u", "_s);
        return clauses;
    }

private:
    void fault(int offset, const QString &message)
    {
        if (!m_fault)
            m_fault = Error{.message = message, .offset = offset};
    }

    QString name(QStringView text) const { return quotedName(text, m_dialect); }

    QString expression(const Json &json)
    {
        const auto text = sqlExpression(json, {.model = m_root.table}, m_dialect);
        if (!text)
            fault(json.offset(), text.error().message);
        return text.value_or(QString());
    }

    void writeItem(const Json &item, int offset)
    {
        QStringList path;
        const Step *at = &m_root;
        const Json::Array &parts = item.items();
        qsizetype i = 0;
        for (; i < parts.size(); ++i) {
            const Step *next = stepFrom(*at, parts[i], i + 1 < parts.size());
            if (m_fault)
                return;
            if (!next)
                break;
            path.append(next->as);
            at = next;
        }
        if (i >= parts.size())
            return fault(offset, Text::tr("order: names no attribute"));
        const Json &what = parts[i];
        // What follows goes on in the text as it is.
        QString direction;
        for (const Json &part : parts.mid(i + 1)) {
            const QString word = directionOf(part);
            if (isExpression(part)) {
                direction += expression(part);
            } else if (!word.isNull()) {
                direction += u' ' + word;
            } else {
                QStringList words;
                for (const QLatin1StringView each : directions)
                    words.append(each);
                return fault(part.offset(),
                             Text::tr("order: expected a direction: %1").arg(words.join(u", "_s)));
            }
        }
        if (isExpression(what)) {
            const QString text = expression(what) + direction;
            if (path.isEmpty())
                m_sub.append(text);
            m_main.append(path.isEmpty() ? text : quotedAlias(path.join(u"->"_s), m_dialect) + u'.' + text);
            return;
        }
        if (!what.isString())
            return fault(what.offset(),
                         Text::tr("order: expected an attribute, found %1").arg(what.kindName()));
        if (path.isEmpty())
            writeOwn(what, direction);
        else
            m_main.append(quotedAlias(path.join(u"->"_s), m_dialect) + u'.' + columnText(*at, what)
                          + direction);
    }

    /// The include, or the through, that a part of the path leads to; nullptr where it is no step.
    const Step *stepFrom(const Step &from, const Json &part, bool mayBeStep)
    {
        const QString model = part.value("model"_L1).string();
        if (!part.isString() && model.isEmpty())
            return nullptr;
        if (part.isString() && (!mayBeStep || from.table->association(part.string()) < 0))
            return nullptr;
        const QString as = part.isString() ? part.string() : part.value("as"_L1).string();
        if (as.isEmpty() && from.through() && from.through()->table->model == model
            && from.table->association(model) >= 0)
        {
            fault(part.offset(),
                  Text::tr("order: %1 has an association %2, so that Sequelize cannot name the through of it")
                      .arg(from.table->model, model));
            return nullptr;
        }
        const bool isThrough =
            !part.isString() && as.isEmpty() && from.through() && from.through()->table->model == model;
        QStringList possible;
        for (const auto &include : from.includes) {
            // Sequelize knows a through in the order by nothing but its model.
            if (include->isThrough && include->as != include->table->model)
                continue;
            possible.append(include->as);
            const bool isOfModel = include->table->model == model;
            const bool isAliased = include->association && include->association->isAliased;
            if (isThrough             ? include->isThrough
                    : part.isString() ? include->as == as
                    : as.isEmpty()    ? isOfModel && !isAliased && !include->isThrough
                                      : isOfModel && include->as == as && !include->isThrough)
                return include.get();
        }
        fault(part.offset(),
              Text::tr("order: %1 is not included in %2; included: %3")
                  .arg(part.isString() ? part.string() : model, from.as,
                       possible.isEmpty() ? Text::tr("nothing") : possible.join(u", "_s)));
        return nullptr;
    }

    /// An attribute of the main model: where the select list renames it, the new name orders.
    void writeOwn(const Json &what, const QString &direction)
    {
        const QString attribute = what.string();
        const Column *column = m_root.table->column(attribute);
        const QString field = column ? column->name : attribute;
        for (const Selection &each : m_root.attributes) {
            if (!each.isPair() || (each.alias != attribute && each.name != field))
                continue;
            m_main.append(quotedPath(each.alias, m_dialect) + direction);
            m_sub.append(column ? ownColumn(what) + direction
                                : name(m_root.as) + u'.' + quotedPath(field, m_dialect) + direction);
            return;
        }
        const QString inside = jsonPathText(attribute);
        const QString text = (inside.isNull() ? ownColumn(what) : inside) + direction;
        m_main.append(text);
        m_sub.append(text);
    }

    /// `data.a.b` of a JSON column `data`; null for anything else.
    QString jsonPathText(const QString &path) const
    {
        const QStringList steps = path.split(u'.');
        const Column *column = steps.size() > 1 ? m_root.table->column(steps[0]) : nullptr;
        if (!column || !column->type.isJson())
            return {};
        return m_dialect.jsonPath(name(m_root.as) + u'.' + name(column->name), steps.mid(1), false);
    }

    QString ownColumn(const Json &what) { return name(m_root.as) + u'.' + columnText(m_root, what); }

    QString columnText(const Step &step, const Json &what)
    {
        const QString attribute = what.string();
        const Table &table = *step.table;
        if (const Column *column = table.column(attribute))
            return name(column->name);
        if (table.columnNamed(attribute))
            return name(attribute);
        QStringList possible;
        for (const Column &column : table.columns)
            possible.append(column.attribute);
        fault(what.offset(),
              Text::tr("order: %1 has no attribute %2; it has %3")
                  .arg(table.model, attribute, possible.join(u", "_s)));
        return {};
    }

    const Step &m_root;
    const bool m_usesSubQuery;
    const Dialect &m_dialect;
    QStringList m_main;
    QStringList m_sub;
    std::optional<Error> m_fault;
};

}

Result<OrderClauses> orderClauses(const Json &order, const Step &root, bool usesSubQuery,
                                  const Dialect &dialect)
{
    return OrderWriter(root, usesSubQuery, dialect).write(order);
}

}
