// Values that a column of a type can hold: the n-th is unlike the others as long as the type has so many.

const letters = (n) => n.toString(36);

const text = (n, length) => {
  const long = `v${letters(n)}`;
  return length && long.length > length ? letters(n).slice(-length) : long;
};

const element = (type) => (typeof type === 'function' ? new type() : type);

/** By the type's own key; a type that is a plain string is taken by its words. */
export const valueOf = (given, n, dialect) => {
  const type = element(given);
  if (typeof type === 'string') {
    if (/CHAR|TEXT|CLOB|SET|ENUM/i.test(type)) return text(n, Number(/\((\d+)\)/.exec(type)?.[1] ?? 0));
    if (/DATE|TIME/i.test(type)) {
      // A day and a time of day that are both the n-th.
      const day = new Date(Date.UTC(2020, 0, 2 + n, 3, 0, n)).toISOString();
      return `${day.slice(0, 10)} ${day.slice(11, 19)}`;
    }
    if (/BLOB|BYTEA|BINARY/i.test(type)) return Buffer.from([n % 256]);
    return n + 1;
  }
  const { options = {} } = type;
  switch (type.key) {
    case 'STRING': case 'CHAR': return text(n, options.length ?? type._length);
    case 'TEXT': case 'CITEXT': return text(n);
    case 'TINYINT': return (n % 120) + 1;
    case 'SMALLINT': return (n % 30000) + 1;
    case 'MEDIUMINT': case 'INTEGER': case 'BIGINT': return n + 1;
    case 'FLOAT': case 'REAL': case 'DOUBLE PRECISION': {
      const whole = options.length && options.decimals !== undefined ? options.length - options.decimals : 5;
      return whole > 0 ? n % (10 ** Math.min(whole, 5)) : (n % 10) / (10 ** options.decimals);
    }
    case 'DECIMAL': {
      const whole = options.precision ? options.precision - (options.scale ?? 0) : 5;
      return whole > 0 ? n % (10 ** Math.min(whole, 5)) : (n % 10) / (10 ** options.scale);
    }
    case 'BOOLEAN': return n % 2 === 0;
    case 'DATE': return new Date(Date.UTC(2020, 0, 1, 0, 0, n));
    case 'DATEONLY': return new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10);
    case 'TIME': return new Date(Date.UTC(2020, 0, 1, 0, 0, n)).toISOString().slice(11, 19);
    case 'BLOB': return Buffer.from([n % 256, 1]);
    case 'UUID': return `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
    case 'JSON': case 'JSONB': return { n };
    case 'HSTORE': return { n: String(n) };
    case 'ENUM': return type.values[n % type.values.length];
    case 'ARRAY': return [valueOf(type.type, n, dialect)];
    case 'RANGE': return [valueOf(type._subtype ? { key: type._subtype } : 'INTEGER', n, dialect), valueOf(type._subtype ? { key: type._subtype } : 'INTEGER', n + 1, dialect)];
    case 'GEOMETRY': case 'GEOGRAPHY': {
      const at = [n % 90, 1];
      switch (String(type.type || 'POINT').toUpperCase()) {
        case 'LINESTRING': return { type: 'LineString', coordinates: [at, [2, 3]] };
        case 'POLYGON': return { type: 'Polygon', coordinates: [[at, [4, 5], [6, 8], at]] };
        default: return { type: 'Point', coordinates: at };
      }
    }
    case 'CIDR': return `10.${Math.floor(n / 256) % 256}.${n % 256}.0/24`;
    case 'INET': return `10.0.${Math.floor(n / 256) % 256}.${n % 256}`;
    case 'MACADDR': return `08:00:2b:01:${Math.floor(n / 256).toString(16).padStart(2, '0')}:${(n % 256).toString(16).padStart(2, '0')}`;
    case 'TSVECTOR': return `word${n}`;
    default: return text(n);
  }
};
