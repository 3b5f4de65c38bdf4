import pkg from 'sequelize';
import db from '../db.js';
import Artist from './artist.js';

const { Model, DataTypes } = pkg;

export class Album extends Model {
  get label() {
    return this.title;
  }
}

Album.init(
  {
    title: DataTypes.STRING,
    price: { type: DataTypes.DOUBLE, defaultValue: 9.99 },
    artistId: { type: DataTypes.BIGINT.UNSIGNED, references: { model: Artist, key: 'id' } },
  },
  { sequelize: db, version: true, createdAt: 'created', updatedAt: false },
);

Album.belongsTo(Artist, { foreignKey: 'artistId' });
Artist.hasMany(Album, { foreignKey: 'artistId' });
