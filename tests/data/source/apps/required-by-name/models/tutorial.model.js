module.exports = (sequelize, Sequelize) => {
  const Tutorial = sequelize.define('tutorial', {
    title: { type: Sequelize.STRING },
    published: { type: Sequelize.BOOLEAN },
    level: { type: Sequelize.INTEGER(4), defaultValue: -1 },
  });
  return Tutorial;
};
