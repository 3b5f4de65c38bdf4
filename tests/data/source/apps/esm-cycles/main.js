import db from './db.js';
import { associateAuthor } from './author.js';
import { associateBook } from './book.js';

associateAuthor();
associateBook();

export { db as sequelize };
