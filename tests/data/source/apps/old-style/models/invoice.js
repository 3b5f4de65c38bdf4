"use strict";

module.exports = function (sequelize, DataTypes) {
  var Invoice = sequelize.define("Invoice", {
    number: { type: DataTypes.STRING, "allowNull": false },
    'total': DataTypes.INTEGER
  });
  Invoice.associate = function (models) {
    for (var i = 0, list = ['Line']; i < list.length; i++) {
      Invoice.hasMany(models[list[i]], { onDelete: "cascade" });
    }
  };
  return Invoice;
};
