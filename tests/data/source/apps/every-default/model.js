const { Sequelize, DataTypes: T, literal, fn, col, cast } = require('sequelize');
const sequelize = new Sequelize('sqlite::memory:', { logging: false });
const LIMITS = Object.freeze({ low: 1, high: 10 * 2 ** 3 });
const words = ['red', 'green'].map((word, index) => `${word}-${index}`);

sequelize.define('EveryDefault', {
  a: { type: T.INTEGER, defaultValue: LIMITS.high + 1 },
  b: { type: T.STRING, defaultValue: words[1].toUpperCase() },
  c: { type: T.STRING, defaultValue: null },
  d: { type: T.DATE, defaultValue: T.NOW },
  e: { type: T.DATE, defaultValue: new Date('2020-01-02T03:04:05Z') },
  f: { type: T.DATE, defaultValue: literal('CURRENT_TIMESTAMP') },
  g: { type: T.STRING, defaultValue: fn('lower', 'ABC') },
  h: { type: T.STRING, defaultValue: () => 'made' },
  i: { type: T.JSON, defaultValue: [] },
  j: { type: T.JSON, defaultValue: { a: { b: [true, null] } } },
  k: { type: T.UUID, defaultValue: Sequelize.UUIDV1 },
  l: { type: T.BLOB, defaultValue: Buffer.from('6869', 'hex') },
  m: { type: T.BOOLEAN, defaultValue: !1 },
  n: { type: T.DOUBLE, defaultValue: -1e-3 },
  o: { type: T.STRING, defaultValue: '' },
  p: { type: T.INTEGER, defaultValue: parseInt('12', 10) || 3 },
  q: { type: T.STRING, defaultValue: process.env.GREETING || 'hello' },
});

module.exports = sequelize;
