const { Sequelize } = require('sequelize');
exports.sequelize = new Sequelize('sqlite::memory:', { logging: false });
exports.models = {};
exports.models.Left = require('./left');
exports.models.Right = require('./right');
exports.models.Left.link();
exports.models.Right.link();
