var fs = require("fs");
var path = require("path");
var Sequelize = require("sequelize");
var sequelize = new Sequelize("sqlite::memory:", { logging: false });
var db = {};

fs.readdirSync(__dirname).forEach(function (file) {
  if (file.indexOf(".") === 0 || file === "index.js") return;
  var model = require("./" + file)(sequelize, Sequelize);
  db[model.name] = model;
});

Object.keys(db).forEach(function (name) {
  if ("associate" in db[name]) db[name].associate(db);
});

db.sequelize = sequelize;
module.exports = db;
