import { Column, ForeignKey, Model, Table } from 'sequelize-typescript';
import { Person } from './person';
import { Hobby } from './hobby';

@Table({ timestamps: false, tableName: 'person_hobby' })
export class PersonHobby extends Model {
  @ForeignKey(() => Person)
  @Column
  personId!: number;

  @ForeignKey(() => Hobby)
  @Column
  hobbyId!: number;

  @Column
  since!: Date;
}
