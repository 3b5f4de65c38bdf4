const { Sequelize, DataTypes } = require('sequelize');
const sequelize = new Sequelize('sqlite::memory:', { logging: false, define: { timestamps: false } });
const { STRING, INTEGER } = DataTypes;

const A = sequelize.define('Alpha', { code: { type: STRING, unique: true } });
const B = sequelize.define('Beta', { code: { type: STRING, unique: true } });
const Join = sequelize.define('Join', { id: { type: INTEGER, primaryKey: true, autoIncrement: true }, kind: STRING });
const Image = sequelize.define('Image', { commentableId: INTEGER, commentableType: STRING });

A.belongsToMany(B, { through: Join, as: { singular: 'buddy', plural: 'buddies' }, foreignKey: { name: 'alphaId', field: 'alpha_id' }, otherKey: 'betaId', uniqueKey: 'one_of_each' });
B.belongsToMany(A, { through: Join, as: 'fellows', foreignKey: 'betaId', otherKey: { name: 'alphaId', field: 'alpha_id' } });
A.belongsToMany(A, { as: 'children', through: 'Family', foreignKey: 'parentId', otherKey: 'childId', timestamps: true });
A.belongsToMany(A, { as: 'parents', through: 'Family', foreignKey: 'childId', otherKey: 'parentId' });
A.belongsToMany(B, { through: { model: 'AlphaCodes', unique: false, scope: { kind: 'code' } }, as: 'coded', sourceKey: 'code', targetKey: 'code', constraints: false });
A.hasMany(Image, { foreignKey: 'commentableId', constraints: false, scope: { commentableType: 'alpha' }, as: 'images' });
A.hasOne(B, { as: 'twin', foreignKey: { name: 'twinId', type: INTEGER, allowNull: true }, onDelete: 'SET NULL', onUpdate: 'NO ACTION' });
B.belongsTo(A, { as: 'origin', keyType: INTEGER });
B.belongsTo(B);

module.exports = sequelize;
