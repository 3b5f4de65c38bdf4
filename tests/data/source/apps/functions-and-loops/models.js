const { Sequelize, DataTypes } = require('sequelize');

const connect = () => new Sequelize('sqlite::memory:', { logging: false, define: { timestamps: false } });
const sequelize = connect();
const tables = { red: ['hue', 'tone'], blue: ['depth'] };
const made = {};

for (const [name, fields] of Object.entries(tables)) {
  const attributes = Object.fromEntries(fields.map((field) => [field, { type: DataTypes.INTEGER, allowNull: field === 'tone' }]));
  switch (name) {
    case 'red':
      attributes.extra = DataTypes.STRING;
      break;
    default:
      attributes.other = { type: DataTypes.STRING, defaultValue: name.charAt(0).toUpperCase() + name.slice(1) };
  }
  made[name] = sequelize.define(name, attributes, { freezeTableName: true });
}

let left = Object.keys(made);
while (left.length > 1) {
  const [first, second] = left;
  made[first].hasMany(made[second], { foreignKey: `${first}Id` });
  left = left.slice(1);
}

try {
  throw new Error('nothing');
} catch (error) {
  made.red.belongsTo(made.blue, { as: error.message === 'nothing' ? 'partner' : 'enemy' });
}

const { a = DataTypes.STRING, ...rest } = { b: DataTypes.TEXT, c: DataTypes.DATE };
sequelize.define('green', { a, ...rest, ['computed' + 1]: DataTypes.BOOLEAN });

module.exports = sequelize;
