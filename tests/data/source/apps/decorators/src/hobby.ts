import { BelongsToMany, Column, DataType, DefaultScope, Model, Scopes, Table } from 'sequelize-typescript';
import { Person } from './person';
import { PersonHobby } from './person-hobby';

@DefaultScope(() => ({ where: { isOutdoor: true } }))
@Scopes(() => ({
  withPeople: { include: [Person] },
  named: (name: string) => ({ where: { name } }),
}))
@Table
export class Hobby extends Model {
  @Column({ type: DataType.STRING, allowNull: false })
  name!: string;

  @Column(DataType.BOOLEAN)
  isOutdoor!: boolean;

  @BelongsToMany(() => Person, () => PersonHobby)
  people!: Person[];
}
