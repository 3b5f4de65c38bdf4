'use strict';
module.exports = (sequelize, DataTypes) => {
  const Role = sequelize.define('Role', {
    name: { type: DataTypes.STRING(32), allowNull: false }
  }, { timestamps: false });
  Role.associate = function (models) {
    Role.belongsToMany(models.User, { through: models.UserRole, foreignKey: 'roleId', otherKey: 'userId', as: 'users' });
  };
  return Role;
};
