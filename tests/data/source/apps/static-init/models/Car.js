const { DataTypes, Model } = require('sequelize');

module.exports = class Car extends Model {
  static init(sequelize) {
    return super.init({
      plate: { type: DataTypes.CHAR(8), primaryKey: true },
      seats: { type: DataTypes.TINYINT, allowNull: false },
    }, { sequelize, timestamps: false, name: { singular: 'car', plural: 'cars' } });
  }

  static associate(models) {
    this.hasMany(models.Wheel);
    this.belongsTo(models.Garage, { targetKey: 'code', foreignKey: 'garageCode', constraints: false });
  }
};
