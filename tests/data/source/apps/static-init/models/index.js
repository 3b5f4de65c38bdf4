const { Sequelize } = require('sequelize');
const Car = require('./Car');
const Wheel = require('./Wheel');
const Garage = require('./Garage');

const sequelize = new Sequelize('database', 'user', 'secret', { dialect: 'sqlite', storage: ':memory:', logging: false });

const models = {
  Garage: Garage.init(sequelize),
  Car: Car.init(sequelize),
  Wheel: Wheel.init(sequelize),
};

Object.values(models)
  .filter((model) => typeof model.associate === 'function')
  .forEach((model) => model.associate(models));

module.exports = { ...models, sequelize };
