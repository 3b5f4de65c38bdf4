const { Sequelize } = require('sequelize');
const { applyExtraSetup } = require('./extra-setup');

const sequelize = new Sequelize({ dialect: 'sqlite', storage: ':memory:', logging: false });

const modelDefiners = [
  require('./models/user'),
  require('./models/instrument'),
];

for (const modelDefiner of modelDefiners) {
  modelDefiner(sequelize);
}

applyExtraSetup(sequelize);

module.exports = sequelize;
