const Sequelize = require('sequelize');
module.exports = function(sequelize, DataTypes) {
  return sequelize.define('order_lines', {
    order_id: { type: DataTypes.INTEGER, allowNull: false, primaryKey: true, references: { model: 'orders', key: 'id' } },
    product_id: { type: DataTypes.INTEGER, allowNull: false, primaryKey: true, references: { model: 'products', key: 'id' } },
    quantity: { type: DataTypes.INTEGER, allowNull: false, defaultValue: 1 }
  }, { sequelize, tableName: 'order_lines', timestamps: false });
};
