export default (sequelize, DataTypes) => sequelize.define('Loan', { id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true }, due: DataTypes.DATE });
