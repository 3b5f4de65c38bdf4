'use strict';

module.exports = appInfo => {
  const config = exports = {};
  config.keys = appInfo.name + '_1';
  config.sequelize = { dialect: 'sqlite', storage: ':memory:', define: { underscored: true, paranoid: true } };
  return config;
};
