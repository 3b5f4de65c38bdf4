'use strict';

const { DataTypes, Op, Sequelize } = require('sequelize');

module.exports = (sequelize) => {
  const A = sequelize.define('A', {
    id: { type: DataTypes.INTEGER.UNSIGNED, field: 'the_id', allowNull: false, primaryKey: true, autoIncrement: true, autoIncrementIdentity: true, unique: true, defaultValue: null, references: { model: { tableName: 't', schema: 's' }, key: 'k', deferrable: Sequelize.Deferrable.INITIALLY_DEFERRED }, onDelete: 'CASCADE', onUpdate: 'RESTRICT', comment: 'it\'s' },
    b: { type: 'VARCHAR(7)', unique: 'u' },
    c: { type: DataTypes.ENUM('a', 'it\'s'), unique: { name: 'n', msg: 'm' }, references: { model: 't' } },
    d: { type: DataTypes.DATE(3), defaultValue: Sequelize.fn('now', Sequelize.col('x')) },
    e: { type: DataTypes.ARRAY(DataTypes.STRING(10)), defaultValue: { $a: [1, []] } },
    f: { type: DataTypes.ENUM('a', 'it\'s'), field: 'f_' },
    g: { type: DataTypes.JSONB, unique: false, index: true, references: null },
    h: { type: DataTypes.VIRTUAL(DataTypes.STRING(9), ['b', 'c']) },
    i: { type: DataTypes.ENUM(60000, 1000) },
  }, {
    tableName: 'as',
    version: true,
    scopes: { done: { where: { b: { [Op.gt]: 1 } } } },
    indexes: [
      { name: 'ix', unique: true, type: 'FULLTEXT', using: 'gin', concurrently: true, operator: 'jsonb_path_ops', fields: ['b', { name: 'c', length: 5, order: 'DESC', collate: 'C' }, Sequelize.literal('lower(b)')], where: { b: { [Op.ne]: null } } },
      { fields: ['b', Sequelize.fn('lower', Sequelize.col('b'))] },
    ],
  });

  const B = sequelize.define('B', {});

  const AB = sequelize.define('AB', {});

  A.addScope('with many', { include: [{ model: B, as: 'many' }] });
  A.belongsToMany(B, { as: { singular: 'one', plural: 'many' }, through: { model: AB, unique: false, scope: { a: 1 }, paranoid: true }, foreignKey: { name: 'fk', type: DataTypes.BIGINT, field: 'f_k', allowNull: false, unique: true }, otherKey: 'ok', keyType: DataTypes.UUID, sourceKey: 'b', targetKey: 'id', onDelete: 'SET NULL', onUpdate: 'CASCADE', constraints: false, uniqueKey: 'uk', timestamps: false, scope: { kind: 'x' } });
  A.hasOne(B, { as: 'b' });
  B.belongsTo(A, { foreignKey: { fieldName: 'aId', allowNull: false } });
  B.hasMany(B, { as: 'parts' });

  return { A, B, AB };
};

module.exports.define = { tableName: 'never', schema: 's', name: { singular: 'x', plural: 'xs' }, timestamps: true, createdAt: 'a', updatedAt: false, deletedAt: true, paranoid: false, underscored: true, freezeTableName: false, version: 'v', comment: 'c', charset: 'utf8', collate: 'utf8_bin', engine: 'InnoDB', rowFormat: 'DYNAMIC', initialAutoIncrement: 7, uniqueKeys: { k: { fields: ['a', 'b'] } }, defaultScope: { where: { a: { [Op.gt]: 1 } } } };
