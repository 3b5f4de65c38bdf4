#include "model/sample/person.h"

#include "model/sample/codes.h"
#include "model/sample/text.h"

using namespace Qt::StringLiterals;

namespace model::sample {

qint64 personIndexOf(const Row &row)
{
    return row.shuffle(u"headline", qint64(headlines(Subject::Person).size())).at(row.position);
}

Person personOf(const Row &row)
{
    const Words people = headlines(Subject::Person);
    const auto count = qint64(people.size());
    const qint64 first = personIndexOf(row);
    // After the first round, first names meet other last names.
    const qint64 last = (first + row.position / count) % count;
    const QStringView one = people[size_t(first)];
    const QStringView other = people[size_t(last)];
    return {one.left(one.indexOf(u' ')).toString(), other.mid(other.indexOf(u' ') + 1).toString()};
}

QString usernameOf(const Row &row)
{
    const Person person = personOf(row);
    return slugOf(person.first).left(1) + slugOf(person.last).remove(u'-');
}

QString emailOf(const Row &row, int limit)
{
    if (row.subject == Subject::Company)
        return u"hello@"_s + slugOf(headlineOf(Subject::Company, row)) + u".example"_s;
    const Person person = personOf(row);
    static constexpr QStringView domains[] = {u"@example.com", u"@example.org", u"@example.net"};
    const QString domain = domains[row.stream(u"domain").below(3)].toString();
    QString whole = slugOf(person.first) + u'.' + slugOf(person.last) + domain;
    if (limit == 0 || whole.size() <= limit)
        return whole;
    QString name = usernameOf(row) + domain;
    return name.size() <= limit ? name : slugOf(person.first).left(std::max(limit - 7, 1)) + u"@x.test"_s;
}

QString phoneOf(const Row &row)
{
    static constexpr int areas[] = {202, 212, 303, 312, 404, 415, 503, 512,
                                    602, 617, 702, 713, 206, 919, 801};
    Stream stream = row.stream(u"phone");
    const int area = areas[stream.below(std::size(areas))];
    return u"+1 %1 555 01%2"_s.arg(area).arg(stream.below(100), 2, 10, QChar(u'0'));
}

}
