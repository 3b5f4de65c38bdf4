#include "model/edit/attributeline.h"

#include "model/edit/parts.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace model {

namespace {

/// A name, in quotes or not, and what follows it.
QRegularExpressionMatch match(const QString &line)
{
    static const QRegularExpression shape(
        uR"(^\s*["'`]?([^\s"'`:,]+)["'`]?\s*[:,\s]?\s*(?:DataTypes\.|Sequelize\.)?(.*?)[\s,;]*$)"_s);
    return shape.match(line);
}

}

Result<QList<Attribute>> readAttributes(const QString &lines)
{
    QList<Attribute> attributes;
    for (const QString &line : lines.split(u'\n', Qt::SkipEmptyParts)) {
        if (line.trimmed().isEmpty())
            continue;
        const auto found = match(line);
        if (!found.hasMatch())
            return refusal(Text::tr("expected “name type”, found “%1”").arg(line.trimmed()));
        Attribute attribute{.name = found.captured(1)};
        const QString word = found.captured(2).isEmpty() ? u"STRING"_s : found.captured(2);
        const auto type = parseType(word);
        if (!type)
            return refusal(attribute.name + u": "_s + type.error().message);
        attribute.type = *type;
        attributes.append(attribute);
    }
    return attributes;
}

Result<void> takeName(const QString &text, Attribute &attribute)
{
    attribute.name = text.trimmed();
    const auto found = match(text);
    if (!found.hasMatch() || found.captured(2).isEmpty())
        return {};
    const auto type = parseType(found.captured(2));
    if (!type)
        return tl::unexpected(type.error());
    if (type->name == TypeName::Raw)
        return {};
    attribute.name = found.captured(1);
    attribute.type = *type;
    return {};
}

}
