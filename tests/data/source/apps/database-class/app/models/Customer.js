const Sequelize = require('sequelize');
const { Model } = require('sequelize');

class Customer extends Model {
  static init(sequelize) {
    super.init(
      {
        name: Sequelize.STRING,
        email: Sequelize.STRING,
        password_hash: Sequelize.STRING,
        password: Sequelize.VIRTUAL,
      },
      { sequelize },
    );
    this.addHook('beforeSave', async (user) => {
      user.password_hash = user.password;
    });
    return this;
  }

  static associate(models) {
    this.hasMany(models.Contact, { foreignKey: 'customer_id', as: 'contacts' });
  }
}

module.exports = Customer;
