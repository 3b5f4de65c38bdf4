"use strict";

module.exports = function (sequelize, DataTypes) {
  var attributes = {};
  ['amount', 'price'].forEach(function (name) {
    attributes[name] = { type: DataTypes.INTEGER, defaultValue: 0 };
  });
  attributes.text = DataTypes.TEXT;
  var Line = sequelize.define("Line", attributes, { timestamps: true, updatedAt: false });
  Line.associate = function (models) {
    Line.belongsTo(models.Invoice);
  };
  return Line;
};
