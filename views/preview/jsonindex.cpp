#include "views/preview/jsonindex.h"

#include "model/json.h"
#include "model/utf8.h"

namespace views {

namespace {

/// Behind the closing quote of the string that begins at `at`.
quint32 stringEnd(const char *text, quint32 at)
{
    for (++at; text[at] != '"'; ++at)
        at += text[at] == '\\';
    return at + 1;
}

bool endsScalar(char c)
{
    return c == ',' || c == ']' || c == '}' || c == '\0';
}

}

JsonIndex::JsonIndex(QByteArray json) : m_text(std::move(json))
{
    const char *text = m_text.constData();
    const auto size = quint32(m_text.size());
    std::vector<quint32> open;
    quint32 key = 0;
    for (quint32 at = 0; at < size;) {
        const char c = text[at];
        if (c == ',' || c == ':' || c == ' ' || c == '\n') {
            ++at;
        } else if (c == ']' || c == '}') {
            Value &closed = m_values[open.back()];
            closed.end = ++at;
            closed.next = quint32(m_values.size());
            open.pop_back();
        } else if (c == '[' || c == '{') {
            open.push_back(quint32(m_values.size()));
            m_values.push_back({at++, 0, std::exchange(key, 0), 0});
        } else {
            quint32 end = at;
            if (c == '"') {
                end = stringEnd(text, at);
            } else {
                while (!endsScalar(text[end]))
                    ++end;
            }
            if (c == '"' && end < size && text[end] == ':') {
                key = at;
            } else {
                m_values.push_back({at, end, std::exchange(key, 0), 0});
                m_values.back().next = quint32(m_values.size());
            }
            at = end;
        }
    }
}

std::vector<quint32> JsonIndex::children(quint32 value) const
{
    std::vector<quint32> list;
    for (quint32 child = value + 1; child < m_values[value].next; child = m_values[child].next)
        list.push_back(child);
    return list;
}

qsizetype JsonIndex::childCount(quint32 value) const
{
    qsizetype count = 0;
    for (quint32 child = value + 1; child < m_values[value].next; child = m_values[child].next)
        ++count;
    return count;
}

quint32 JsonIndex::child(quint32 value, const QString &wanted) const
{
    for (quint32 child = value + 1; child < m_values[value].next; child = m_values[child].next) {
        if (key(child) == wanted)
            return child;
    }
    return 0;
}

QString JsonIndex::key(quint32 value) const
{
    const quint32 at = m_values[value].key;
    return at == 0 ? QString() : unquoted(at, stringEnd(m_text.constData(), at));
}

QByteArray JsonIndex::slice(quint32 value) const
{
    return m_text.mid(m_values[value].begin, m_values[value].end - m_values[value].begin);
}

QString JsonIndex::toText(quint32 value) const
{
    return isString(value) ? unquoted(m_values[value].begin, m_values[value].end)
                           : model::fromUtf8(slice(value));
}

QString JsonIndex::unquoted(quint32 begin, quint32 end) const
{
    const auto inside = QByteArrayView(m_text).sliced(begin + 1, end - begin - 2);
    if (!inside.contains('\\'))
        return model::fromUtf8(inside);
    const auto parsed = model::parseJson(m_text.mid(begin, end - begin), model::DuplicateKeys::LastWins);
    return parsed ? parsed->string() : model::fromUtf8(inside);
}

}
