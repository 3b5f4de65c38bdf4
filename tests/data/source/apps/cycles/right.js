const { DataTypes, Model } = require('sequelize');
const store = require('./store');

module.exports = class Right extends Model {
  static link() {
    this.hasOne(store.models.Left, { as: 'opposite', foreignKey: 'partnerId', constraints: false });
  }
};
module.exports.init({ at: DataTypes.TIME }, { sequelize: store.sequelize, modelName: 'right' });
