function applyExtraSetup(sequelize) {
  const { instrument, user } = sequelize.models;

  user.hasMany(instrument);
  instrument.belongsTo(user);
}

module.exports = { applyExtraSetup };
