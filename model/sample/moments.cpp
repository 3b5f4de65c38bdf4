#include "model/sample/moments.h"

#include <QDate>

using namespace Qt::StringLiterals;

namespace model::sample {

namespace {

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;
constexpr qint64 firstDay = 1704672000; // 2024-01-08, a Monday
constexpr qint64 span = 540 * day;

/// Rows come into being one after the other, by day as long as there are days enough.
qint64 createdAt(const Row &row)
{
    Stream stream = row.stream(u"created");
    const qint64 step = span / std::max(row.rows, 1);
    const qint64 at = firstDay + span * row.position / std::max(row.rows, 1);
    if (step < day)
        return at + stream.below(step);
    const qint64 date = (at + stream.below(step - day + 1)) / day;
    return date * day + 7 * hour + stream.below(13 * hour);
}

qint64 startedAt(const Row &row)
{
    Stream stream = row.stream(u"started");
    return createdAt(row) + stream.below(6) * day + stream.between(10, 90) * minute;
}

qint64 finishedAt(const Row &row)
{
    Stream stream = row.stream(u"finished");
    if (row.subject == Subject::Event)
        return startedAt(row) + stream.between(2, 16) * 30 * minute;
    return startedAt(row) + stream.between(1, 20) * day + stream.between(20, 180) * minute;
}

qint64 updatedAt(const Row &row)
{
    Stream stream = row.stream(u"updated");
    switch (row.stage) {
    case Stage::Unknown:
    case Stage::Waiting: return createdAt(row) + stream.below(3) * day + stream.below(90) * minute;
    case Stage::Running: return startedAt(row) + stream.below(3) * day + stream.below(90) * minute;
    case Stage::Finished: return finishedAt(row) + stream.below(30) * minute;
    }
    Q_UNREACHABLE();
}

/// In days since 1970; people are born from 1951 to 2003.
qint64 birthOf(const Row &row)
{
    Stream stream = row.stream(u"birth");
    return row.subject == Subject::Pet ? stream.between(15000, 19500) : stream.between(-6900, 12200);
}

qint64 secondsOf(const Recipe &recipe, const Row &row)
{
    Stream stream = recipe.stream(row.position);
    switch (recipe.about.meaning) {
    case Meaning::Created: return createdAt(row);
    case Meaning::Started: return startedAt(row);
    case Meaning::Finished: return finishedAt(row);
    case Meaning::Updated: return updatedAt(row);
    case Meaning::Deleted: return updatedAt(row) + stream.between(1, 12) * day + stream.below(8 * hour);
    case Meaning::Due: return (createdAt(row) / day + stream.between(7, 60)) * day + 17 * hour;
    case Meaning::Expires: return (createdAt(row) / day + stream.between(200, 1400)) * day + 22 * hour;
    case Meaning::Birthday: return birthOf(row) * day;
    default: return createdAt(row) + stream.below(3) * day + stream.between(5, 300) * minute;
    }
}

}

int ageOf(const Row &row)
{
    return int(((firstDay + span) / day - birthOf(row)) * 100 / 36525);
}

qint64 momentOf(const Recipe &recipe, const Row &row, int attempt)
{
    const qint64 seconds = secondsOf(recipe, row);
    const bool byDay = recipe.type.name == TypeName::DateOnly;
    return attempt > 0 ? seconds + (row.position + attempt) * (byDay ? day : minute) : seconds;
}

QString dateText(qint64 moment)
{
    const qint64 days = moment >= 0 ? moment / day : (moment - day + 1) / day;
    return QDate(1970, 1, 1).addDays(days).toString(Qt::ISODate);
}

QString momentText(qint64 moment)
{
    // QDateTime's formats cost ten times as much, and dates are every third value.
    const int second = int(((moment % day) + day) % day);
    QString text = dateText(moment) + u"T00:00:00.000Z"_s;
    const auto put = [&](qsizetype at, int number) {
        text[at] = QChar(char16_t(u'0' + number / 10));
        text[at + 1] = QChar(char16_t(u'0' + number % 10));
    };
    put(text.size() - 13, second / 3600);
    put(text.size() - 10, second / 60 % 60);
    put(text.size() - 7, second % 60);
    return text;
}

QTime timeOfDay(const Recipe &recipe, const Row &row, int attempt)
{
    Stream stream = row.stream(u"time "_s + recipe.about.span);
    const qint64 quarter = 15 * minute;
    qint64 seconds = 8 * hour + stream.below(32) * quarter;
    if (recipe.about.end == End::High)
        seconds += stream.between(2, 12) * quarter;
    if (attempt > 0)
        seconds += (qint64(row.position) + attempt) * 7;
    return QTime(0, 0).addSecs(int(seconds % day));
}

}
