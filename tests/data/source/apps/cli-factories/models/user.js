'use strict';
const {
  Model
} = require('sequelize');
module.exports = (sequelize, DataTypes) => {
  class User extends Model {
    static associate(models) {
      User.hasMany(models.Order, { foreignKey: 'userId', as: 'orders' });
      this.belongsToMany(models.Role, { through: models.UserRole, foreignKey: 'userId', otherKey: 'roleId', as: 'roles' });
    }
  }
  User.init({
    firstName: DataTypes.STRING,
    email: { type: DataTypes.STRING, allowNull: false, unique: 'user_email' }
  }, {
    sequelize,
    modelName: 'User',
  });
  return User;
};
