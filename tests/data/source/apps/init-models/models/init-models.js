var DataTypes = require("sequelize").DataTypes;
var _customers = require("./customers");
var _order_lines = require("./order_lines");
var _orders = require("./orders");
var _products = require("./products");

function initModels(sequelize) {
  var customers = _customers(sequelize, DataTypes);
  var order_lines = _order_lines(sequelize, DataTypes);
  var orders = _orders(sequelize, DataTypes);
  var products = _products(sequelize, DataTypes);

  orders.belongsToMany(products, { as: 'product_id_products', through: order_lines, foreignKey: "order_id", otherKey: "product_id" });
  products.belongsToMany(orders, { as: 'order_id_orders', through: order_lines, foreignKey: "product_id", otherKey: "order_id" });
  orders.belongsTo(customers, { as: "customer", foreignKey: "customer_id"});
  customers.hasMany(orders, { as: "orders", foreignKey: "customer_id"});
  order_lines.belongsTo(orders, { as: "order", foreignKey: "order_id"});
  orders.hasMany(order_lines, { as: "order_lines", foreignKey: "order_id"});
  order_lines.belongsTo(products, { as: "product", foreignKey: "product_id"});
  products.hasMany(order_lines, { as: "order_lines", foreignKey: "product_id"});

  return { customers, order_lines, orders, products };
}
module.exports = initModels;
module.exports.initModels = initModels;
module.exports.default = initModels;
