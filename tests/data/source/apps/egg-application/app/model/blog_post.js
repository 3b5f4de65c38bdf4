'use strict';

module.exports = app => {
  const { STRING, INTEGER } = app.Sequelize;

  const BlogPost = app.model.define('blog_post', { title: STRING(80), hits: { type: INTEGER, defaultValue: 0 } });

  BlogPost.associate = () => {
    BlogPost.belongsTo(app.model.User, { as: 'author', foreignKey: 'userId' });
  };

  return BlogPost;
};
