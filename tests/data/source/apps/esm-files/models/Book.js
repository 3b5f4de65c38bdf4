export default (sequelize, { STRING, INTEGER }) => {
  const Book = sequelize.define('Book', { isbn: { type: STRING(13), primaryKey: true }, pages: INTEGER });

  Book.associate = ({ Reader, Loan }) => {
    Book.belongsToMany(Reader, { through: { model: Loan, unique: false }, foreignKey: 'isbn' });
  };

  return Book;
};
