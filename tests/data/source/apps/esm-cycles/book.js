import { DataTypes } from 'sequelize';
import db from './db.js';
import * as authors from './author.js';

export const Book = db.define('Book', { title: DataTypes.STRING });
export const associateBook = () => Book.belongsTo(authors.Author, { foreignKey: 'writtenBy' });
