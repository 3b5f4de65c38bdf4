const { Sequelize, DataTypes, Op } = require('sequelize');

const sequelize = new Sequelize('sqlite::memory:', { logging: false });

const User = sequelize.define('User', {
  firstName: { type: DataTypes.STRING, allowNull: false },
  lastName: DataTypes.STRING(64),
  email: { type: DataTypes.STRING, unique: true, validate: { isEmail: true } },
  age: { type: DataTypes.INTEGER, defaultValue: 18 },
  isActive: { type: DataTypes.BOOLEAN, defaultValue: true },
  balance: DataTypes.DECIMAL(10, 2),
  joined: { type: DataTypes.DATE, defaultValue: DataTypes.NOW },
  token: { type: DataTypes.UUID, defaultValue: DataTypes.UUIDV4 },
  fullName: {
    type: DataTypes.VIRTUAL,
    get() {
      return `${this.firstName} ${this.lastName}`;
    },
  },
}, {
  indexes: [{ unique: true, fields: ['email'] }, { name: 'users_by_name', fields: ['lastName', { name: 'firstName', order: 'DESC' }] }],
  defaultScope: { where: { isActive: true } },
  scopes: {
    grown: { where: { age: { [Op.gte]: 18 } } },
    named: (name) => ({ where: { firstName: name } }),
  },
});

const Post = sequelize.define('Post', {
  title: { type: DataTypes.STRING, allowNull: false, defaultValue: "it's new" },
  body: DataTypes.TEXT('medium'),
  state: { type: DataTypes.ENUM('draft', 'published'), defaultValue: 'draft' },
}, { paranoid: true, tableName: 'blog_posts' });

const Tag = sequelize.define('Tag', { name: DataTypes.STRING }, { timestamps: false });

User.hasMany(Post, { as: 'posts', foreignKey: { name: 'authorId', allowNull: false }, onDelete: 'CASCADE' });
Post.belongsTo(User, { as: 'author', foreignKey: { name: 'authorId', allowNull: false } });
Post.belongsToMany(Tag, { through: 'PostTags' });
Tag.belongsToMany(Post, { through: 'PostTags' });

module.exports = { sequelize, User, Post, Tag };
