import { DataTypes } from 'sequelize';
import db from './db.js';
import { Book } from './book.js';

export const Author = db.define('Author', { name: DataTypes.STRING });
export function associateAuthor() {
  Author.hasMany(Book, { foreignKey: 'writtenBy' });
}
