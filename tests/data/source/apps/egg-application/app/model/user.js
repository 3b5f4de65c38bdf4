'use strict';

module.exports = app => {
  const { STRING, INTEGER, DATE } = app.Sequelize;

  const User = app.model.define('user', {
    id: { type: INTEGER, primaryKey: true, autoIncrement: true },
    name: STRING(30),
    lastSignIn: DATE,
  });

  User.associate = function() {
    app.model.User.hasMany(app.model.BlogPost, { as: 'posts', foreignKey: 'userId' });
  };

  return User;
};
