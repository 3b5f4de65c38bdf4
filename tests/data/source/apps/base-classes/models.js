const { Sequelize, Model, DataTypes } = require('sequelize');
const sequelize = new Sequelize('sqlite::memory:', { logging: false });

class Entity extends Model {
  static columns() {
    return { note: DataTypes.STRING };
  }
  static register(options = {}) {
    return this.init({ uid: { type: DataTypes.UUID, primaryKey: true, defaultValue: DataTypes.UUIDV4 }, ...this.columns() }, { sequelize, modelName: this.name, underscored: true, ...options });
  }
}

class Shop extends Entity {
  static columns() {
    return { ...super.columns(), openSince: DataTypes.DATEONLY };
  }
}

class Shelf extends Entity {
  static #limit = 4;
  static capacity = 10 * 2;
  static columns() {
    return Object.assign(super.columns(), { slots: { type: DataTypes.INTEGER, defaultValue: Shelf.capacity } });
  }
}

[Shop, Shelf].forEach((type) => type.register());
Shelf.register({ tableName: 'shelves_of_shop' });
Shop.hasMany(Shelf, { foreignKey: 'shopUid' });

module.exports = { sequelize };
