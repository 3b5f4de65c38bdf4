import {
  AllowNull, AutoIncrement, BelongsTo, BelongsToMany, Column, Comment, CreatedAt, DataType, Default, DeletedAt,
  ForeignKey, HasMany, HasOne, Index, IsEmail, Model, PrimaryKey, Table, Unique, UpdatedAt, BeforeCreate,
} from 'sequelize-typescript';
import { Hobby } from './hobby';
import { PersonHobby } from './person-hobby';

type Size = 'S' | 'M' | 'L';

enum Level {
  Low,
  High,
}

@Table({ tableName: 'people', comment: 'everybody' })
export class Person extends Model<Person> {
  @PrimaryKey
  @AutoIncrement
  @Column
  override id!: number;

  @Column
  name!: string;

  @AllowNull(false)
  @Unique('by_email')
  @IsEmail
  @Column(DataType.STRING(120))
  email!: string;

  @Default(true)
  @Column
  isActive!: boolean;

  @Index
  @Column
  born?: Date;

  @Index({ name: 'by_size', order: 'DESC' })
  @Column
  size!: Size;

  @Index('by_size')
  @Column
  level!: Level;

  @Comment('as they say')
  @Column({ type: DataType.TEXT, field: 'about_text' })
  about!: string;

  @Column
  get shortName(): string {
    return this.getDataValue('name');
  }

  @ForeignKey(() => Person)
  @Column
  bossId!: number;

  @BelongsTo(() => Person, 'bossId')
  boss!: Person;

  @HasMany(() => Person, { foreignKey: 'bossId', onDelete: 'SET NULL' })
  staff!: Person[];

  @BelongsToMany(() => Hobby, () => PersonHobby)
  hobbies!: Hobby[];

  @CreatedAt
  bornAt!: Date;

  @UpdatedAt
  touchedAt!: Date;

  @DeletedAt
  goneAt!: Date;

  @BeforeCreate
  static check(instance: Person) {
    instance.name = instance.name.trim();
  }
}
