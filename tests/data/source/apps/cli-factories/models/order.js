'use strict';
module.exports = function (sequelize, DataTypes) {
  var Order = sequelize.define('Order', {
    total: { type: DataTypes.FLOAT, field: 'total_amount', defaultValue: 0.5 },
    note: { type: DataTypes.TEXT, comment: 'what the customer wrote' }
  }, {});
  Order.associate = models => {
    Order.belongsTo(models.User, { foreignKey: 'userId', as: 'user', onDelete: 'SET NULL' });
  };
  return Order;
};
