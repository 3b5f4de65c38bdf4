const { DataTypes } = require('sequelize');
const { NAME } = require('#limits');

exports.name = { type: DataTypes.STRING(NAME), allowNull: false };
