const { DataTypes } = require('sequelize');

module.exports = (sequelize) => {
  sequelize.define('instrument', { type: { allowNull: false, type: DataTypes.STRING }, purchaseDate: { type: DataTypes.DATE } });
};
