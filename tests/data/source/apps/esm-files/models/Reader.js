export default (sequelize, { STRING }) => {
  const Reader = sequelize.define('Reader', { name: STRING });

  Reader.associate = (db) => {
    Reader.belongsToMany(db.Book, { through: { model: db.Loan, unique: false }, foreignKey: 'readerId', otherKey: 'isbn' });
  };

  return Reader;
};
