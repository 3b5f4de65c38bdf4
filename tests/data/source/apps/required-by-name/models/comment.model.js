module.exports = (sequelize, DataTypes) => sequelize.define('comment', { name: DataTypes.STRING, text: DataTypes.STRING });
