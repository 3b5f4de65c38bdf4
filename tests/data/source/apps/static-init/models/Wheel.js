const { DataTypes, Model } = require('sequelize');

class Wheel extends Model {
  static init(sequelize) {
    super.init({ size: DataTypes.SMALLINT, position: DataTypes.ENUM(['front', 'rear']) }, { sequelize, modelName: 'Wheel', schema: 'parts' });
    return this;
  }

  static associate({ Car }) {
    this.belongsTo(Car);
  }
}

module.exports = Wheel;
