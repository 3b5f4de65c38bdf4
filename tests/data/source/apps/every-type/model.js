const Sequelize = require('sequelize');
const sequelize = new Sequelize('sqlite::memory:', { logging: false });
const t = Sequelize.DataTypes;

sequelize.define('EveryType', {
  a1: t.STRING, a2: t.STRING(10), a3: t.STRING.BINARY, a4: t.STRING(10, true), a5: t.CHAR, a6: t.CHAR(3),
  b1: t.TEXT, b2: t.TEXT('tiny'), b3: { type: t.TEXT({ length: 'long' }) }, b4: t.CITEXT,
  c1: t.TINYINT, c2: t.SMALLINT.UNSIGNED, c3: t.MEDIUMINT(5), c4: t.INTEGER(11), c5: t.INTEGER.UNSIGNED.ZEROFILL, c6: t.BIGINT,
  d1: t.FLOAT, d2: t.FLOAT(11), d3: t.FLOAT(11, 2).UNSIGNED, d4: t.REAL, d5: t.DOUBLE(11, 3), d6: t.DECIMAL, d7: t.DECIMAL(10), d8: t.NUMERIC(10, 2), d9: t.DECIMAL({ precision: 7, scale: 1 }),
  e1: t.BOOLEAN, e2: t.DATE, e3: t.DATE(6), e4: t.DATEONLY, e5: t.TIME, e6: new t.DATE(3),
  f1: t.BLOB, f2: t.BLOB('long'), f3: t.UUID, f4: t.JSON, f5: t.JSONB, f6: t.HSTORE,
  g1: t.ENUM('a', "it's"), g2: t.ENUM(['x', 'y']), g3: { type: t.ENUM, values: ['v', 'w'] }, g4: t.ENUM({ values: ['p'] }),
  h1: t.ARRAY(t.STRING(5)), h2: t.ARRAY(t.ARRAY(t.TEXT)), h3: t.RANGE(t.DATE), h4: t.RANGE, h5: t.ARRAY({ type: t.INTEGER }),
  i1: t.GEOMETRY, i2: t.GEOMETRY('POINT', 4326), i3: t.GEOGRAPHY('POLYGON'), i4: t.CIDR, i5: t.INET, i6: t.MACADDR, i7: t.TSVECTOR,
  j1: t.VIRTUAL, j2: new t.VIRTUAL(t.INTEGER, ['a1', 'a2']), j3: 'VARCHAR(7)', j4: { type: 'MONEY' },
}, { timestamps: false });

module.exports = sequelize;
