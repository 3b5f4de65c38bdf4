#include "model/rows/times.h"

#include "model/javascript.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace model {

namespace {

/// The time of a TIME, which is kept as the text that was written; nothing where it is another text.
std::optional<QTime> timeIn(const QString &text)
{
    static const QRegularExpression pattern(u"^(\\d\\d):(\\d\\d)(?::(\\d\\d)(?:\\.(\\d{1,3}))?)?$"_s);
    const auto match = pattern.match(text);
    const QTime time(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt(),
                     match.captured(4).leftJustified(3, u'0').toInt());
    return match.hasMatch() && time.isValid() ? std::optional(time) : std::nullopt;
}

std::optional<QTime> timeOf(const Value &value, const Type &type)
{
    if (value.kind != Cell::Text)
        return {};
    if (type.name == TypeName::Time)
        return timeIn(value.toText());
    const auto date = type.name == TypeName::Date ? javascriptDate(value.toText()) : std::nullopt;
    return date ? std::optional(date->time()) : std::nullopt;
}

QString formatOf(TimeDetail detail)
{
    switch (detail) {
    case TimeDetail::Minutes: return u"HH:mm"_s;
    case TimeDetail::Seconds: return u"HH:mm:ss"_s;
    case TimeDetail::Milliseconds: return u"HH:mm:ss.zzz"_s;
    }
    Q_UNREACHABLE();
}

}

TimeDetail timeDetailOf(const Value &value, const Type &type)
{
    const auto time = timeOf(value, type);
    if (!time || (time->second() == 0 && time->msec() == 0))
        return TimeDetail::Minutes;
    return time->msec() == 0 ? TimeDetail::Seconds : TimeDetail::Milliseconds;
}

QString displayText(const Value &value, const Type &type, TimeDetail detail)
{
    const auto time = timeOf(value, type);
    if (!time)
        return displayText(value, type);
    const QString text = time->toString(formatOf(qMax(detail, timeDetailOf(value, type))));
    return type.name == TypeName::Date
        ? javascriptDate(value.toText())->date().toString(u"yyyy-MM-dd "_s) + text
        : text;
}

}
