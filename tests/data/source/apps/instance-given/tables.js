const { DataTypes } = require('sequelize');

const money = { type: DataTypes.DECIMAL(12, 2), allowNull: false, defaultValue: 0 };
const audited = (attributes) => ({ ...attributes, changedBy: { type: DataTypes.STRING(40) } });

module.exports = function defineTables(connection) {
  const Account = connection.define('Account', audited({ number: { type: DataTypes.STRING, primaryKey: true }, balance: money }));
  const Booking = connection.define('Booking', audited({ amount: { ...money, comment: 'in cents' } }), { updatedAt: false });
  Account.hasMany(Booking, { foreignKey: 'accountNumber' });
  Booking.belongsTo(Account, { foreignKey: 'accountNumber' });
  return { Account, Booking };
};
