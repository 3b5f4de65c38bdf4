const Sequelize = require('sequelize');
module.exports = function(sequelize, DataTypes) {
  return sequelize.define('products', {
    id: { autoIncrement: true, type: DataTypes.INTEGER, allowNull: false, primaryKey: true },
    price: { type: DataTypes.DECIMAL(19,4), allowNull: true, defaultValue: 0.0000 },
    flags: { type: DataTypes.STRING(20), allowNull: true, unique: "products_flags" }
  }, { sequelize, tableName: 'products', timestamps: false });
};
