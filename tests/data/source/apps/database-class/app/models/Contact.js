const { Model, DataTypes } = require('sequelize');

class Contact extends Model {
  static init(sequelize) {
    super.init({ status: { type: DataTypes.ENUM('ACTIVE', 'ARCHIVED'), allowNull: false, defaultValue: 'ACTIVE' } }, {
      sequelize,
      scopes: { active: { where: { status: 'ACTIVE' }, order: ['createdAt'] } },
    });
    return this;
  }

  static associate(models) {
    this.belongsTo(models.Customer, { foreignKey: 'customer_id' });
  }
}

module.exports = Contact;
