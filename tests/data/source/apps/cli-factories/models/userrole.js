'use strict';
module.exports = (sequelize, DataTypes) => {
  return sequelize.define('UserRole', {
    grantedAt: { type: DataTypes.DATE, defaultValue: sequelize.literal('CURRENT_TIMESTAMP') }
  }, { tableName: 'user_roles' });
};
