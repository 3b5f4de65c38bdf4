const { DataTypes, Model } = require('sequelize');
const store = require('./store');

class Left extends Model {
  static link() {
    Left.belongsTo(require('./right'), { as: 'partner', constraints: false });
  }
}
Left.init({ size: DataTypes.REAL }, { sequelize: store.sequelize, modelName: 'left' });
module.exports = Left;
