#include "model/query/geojson.h"

#include "model/javascript.h"

#include <QtEndian>

#include <cstring>
#include <optional>

namespace model {

namespace {

enum GeometryKind : quint32 {
    Point = 1,
    LineString,
    Polygon,
    MultiPoint,
    MultiLineString,
    MultiPolygon,
    Collection
};

/// Reads well-known binary from front to back; anything unexpected ends in a failure that stays.
class Reader
{
public:
    explicit Reader(QByteArrayView wkb) : m_rest(wkb) { }

    bool isDone() const { return m_isGood && m_rest.isEmpty(); }

    void shape(QByteArray &out)
    {
        static constexpr const char *names[] = {
            "Point",           "LineString",   "Polygon",           "MultiPoint",
            "MultiLineString", "MultiPolygon", "GeometryCollection"};
        const quint32 type = header();
        if (!m_isGood)
            return;
        out += "{\"type\":\"";
        out += names[type - 1];
        out += type == Collection ? "\",\"geometries\":" : "\",\"coordinates\":";
        if (type == Collection)
            list(out, [&] { shape(out); });
        else
            coordinates(out, GeometryKind(type));
        out += '}';
    }

private:
    quint32 header()
    {
        m_isLittle = take<quint8>() == 1;
        const quint32 type = take<quint32>();
        m_isGood = m_isGood && type >= Point && type <= Collection;
        return type;
    }

    void coordinates(QByteArray &out, GeometryKind type)
    {
        switch (type) {
        case Point: return point(out);
        case LineString: return list(out, [&] { point(out); });
        case Polygon: return list(out, [&] { list(out, [&] { point(out); }); });
        case MultiPoint:
        case MultiLineString:
        case MultiPolygon: return list(out, [&] { coordinates(out, GeometryKind(header() % 4)); });
        case Collection: break;
        }
        m_isGood = false;
    }

    void point(QByteArray &out)
    {
        out += '[';
        out += jsonNumber(take<double>()).toLatin1();
        out += ',';
        out += jsonNumber(take<double>()).toLatin1();
        out += ']';
    }

    template <typename Item>
    void list(QByteArray &out, Item item)
    {
        const quint32 count = take<quint32>();
        out += '[';
        for (quint32 i = 0; m_isGood && i < count; ++i) {
            if (i > 0)
                out += ',';
            item();
        }
        out += ']';
    }

    template <typename T>
    T take()
    {
        if (m_rest.size() < qsizetype(sizeof(T)))
            m_isGood = false;
        if (!m_isGood)
            return {};
        const T value = m_isLittle ? qFromLittleEndian<T>(m_rest.data()) : qFromBigEndian<T>(m_rest.data());
        m_rest = m_rest.sliced(sizeof(T));
        return value;
    }

    QByteArrayView m_rest;
    bool m_isLittle = true;
    bool m_isGood = true;
};

}

bool appendGeoJson(QByteArray &out, QByteArrayView wkb)
{
    const qsizetype before = out.size();
    Reader reader(wkb);
    reader.shape(out);
    if (!reader.isDone())
        out.truncate(before);
    return reader.isDone();
}

}
