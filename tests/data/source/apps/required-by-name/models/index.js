const dbConfig = require('../config/db.config.js');
const Sequelize = require('sequelize');

const sequelize = new Sequelize(dbConfig.DB, dbConfig.USER, dbConfig.PASSWORD, {
  dialect: dbConfig.dialect,
  storage: ':memory:',
  logging: false,
});

const db = {};
db.Sequelize = Sequelize;
db.sequelize = sequelize;

db.tutorial = require('./tutorial.model.js')(sequelize, Sequelize);
db.comment = require('./comment.model.js')(sequelize, Sequelize);
db.tag = require('./tag.model.js')(sequelize, Sequelize);

db.tutorial.hasMany(db.comment, { as: 'comments' });
db.comment.belongsTo(db.tutorial, { foreignKey: 'tutorialId', as: 'tutorial' });
db.tutorial.belongsToMany(db.tag, { through: 'tutorial_tag', as: 'tags', foreignKey: 'tutorial_id' });
db.tag.belongsToMany(db.tutorial, { through: 'tutorial_tag', as: 'tutorials', foreignKey: 'tag_id' });

module.exports = db;
