import { BelongsToMany, Column, Model, Table } from 'sequelize-typescript';
import { Line } from './line.model';

@Table({ timestamps: false })
export class City extends Model {
  @Column
  name!: string;

  @BelongsToMany(() => Line, { through: 'stops', foreignKey: 'cityId', otherKey: 'lineId', as: 'lines' })
  lines!: Line[];
}
