const { DataTypes, Model } = require('sequelize');

class Garage extends Model {
  static init(sequelize) {
    return super.init({ code: { type: DataTypes.STRING(10), unique: true } }, { sequelize });
  }

  static associate(models) {
    this.hasOne(models.Car, { sourceKey: 'code', foreignKey: 'garageCode', as: 'showpiece', constraints: false });
  }
}

module.exports = Garage;
