const Sequelize = require('sequelize');
const DataTypes = Sequelize.DataTypes;

module.exports = function (app) {
  const sequelizeClient = app.get('sequelizeClient');
  const messages = sequelizeClient.define('messages', { text: { type: DataTypes.STRING, allowNull: false } });

  messages.associate = function (models) {
    messages.belongsTo(models.users);
  };

  return messages;
};
