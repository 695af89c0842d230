/**
 * Queries that every turn asks. Building one costs more than asking it, so each is built once, with places for its
 * values, and after that only the values change.
 */
import type { Compilable, CompiledQuery, Kysely } from 'kysely';
import type { Schema } from './schema.ts';

type Db = Kysely<Schema>;

/** Stands in a query for the value of this name. */
class Place {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** Gives the place of a value, of the type that the value will have. Must not stand where kysely writes a value into the SQL. */
type PlaceOf<Values> = <Name extends keyof Values & string>(name: Name) => Values[Name];

/** Runs the query with these values and returns its rows. */
export type Prepared<Values, Row> = (db: Db, values: Values) => Promise<readonly Row[]>;

/** Builds a query at its first use, once for each kind of database. */
export function prepared<Values extends object, Row>(build: (db: Db, place: PlaceOf<Values>) => Compilable<Row>): Prepared<Values, Row> {
  const compiled = new WeakMap<object, CompiledQuery<Row>>();
  const placeOf = ((name: string) => new Place(name)) as unknown as PlaceOf<Values>;
  return async (db, values) => {
    const { adapter } = db.getExecutor();
    const known = compiled.get(adapter) ?? build(db, placeOf).compile();
    compiled.set(adapter, known);
    const parameters = known.parameters.map((parameter) => (parameter instanceof Place ? (values as Readonly<Record<string, unknown>>)[parameter.name] : parameter));
    return (await db.executeQuery<Row>({ ...known, parameters })).rows;
  };
}
