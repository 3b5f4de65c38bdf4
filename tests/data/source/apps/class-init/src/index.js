export { sequelize } from './db.js';
export { Album } from './models/album.js';
export { default as Artist } from './models/artist.js';
