const { Sequelize, DataTypes } = require('sequelize');
const sequelize = new Sequelize('sqlite::memory:', { logging: false });

const Options = sequelize.define('Option', {
  key: { type: DataTypes.STRING, primaryKey: true, field: 'the_key' },
  a: DataTypes.STRING,
  b: { type: DataTypes.STRING, unique: { name: 'pair', msg: 'taken' } },
  c: { type: DataTypes.STRING, unique: 'pair' },
  parent: { type: DataTypes.STRING, references: { model: { tableName: 'others', schema: 'far' }, key: 'the_key' }, onDelete: 'RESTRICT', onUpdate: 'CASCADE' },
}, {
  tableName: 'options', schema: 'near', comment: 'all of them', engine: 'InnoDB', charset: 'utf8', collate: 'utf8_bin', initialAutoIncrement: 100,
  timestamps: true, createdAt: 'made', updatedAt: 'changed', deletedAt: 'gone', paranoid: true, version: 'edition',
  indexes: [
    { fields: [Sequelize.fn('lower', Sequelize.col('a'))], name: 'lower_a' },
    { fields: [{ name: 'a', length: 5, collate: 'NOCASE' }], type: 'FULLTEXT' },
    { unique: true, fields: ['a'], where: { b: { [Sequelize.Op.ne]: null } }, name: 'partly' },
    { fields: ['c'], using: 'gin', operator: 'jsonb_path_ops', concurrently: true },
  ],
  hooks: { beforeCreate() {}, afterCreate: [() => {}, () => {}] },
  validate: { either() {} },
  getterMethods: { twice() { return 2; } },
});
Options.addScope('recent', { order: [['made', 'DESC']], limit: 5 });
Options.prototype.sayHello = function () {};

module.exports = sequelize;
