const Sequelize = require('sequelize');
const Customer = require('../app/models/Customer');
const Contact = require('../app/models/Contact');

const models = [Customer, Contact];

class Database {
  constructor() {
    this.init();
  }

  init() {
    this.connection = new Sequelize({ dialect: 'sqlite', storage: ':memory:', logging: false, define: { timestamps: true, underscored: true, underscoredAll: true } });
    models
      .map((model) => model.init(this.connection))
      .map((model) => model.associate && model.associate(this.connection.models));
  }
}

module.exports = new Database();
