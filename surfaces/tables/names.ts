/** Names in the database: deterministic, so that the declared and the migrated schema meet by name. */
import { createHash } from 'node:crypto'

/** PostgreSQL cuts names at 63 bytes; two that are cut to the same would collide. */
export const nameMax = 63

/** Words that PostgreSQL reserves; the others may stand without quotes. */
const reserved = new Set(
  `all analyse analyze and any array as asc asymmetric authorization between binary both case cast
  check collate collation column concurrently constraint create cross current_catalog current_date current_role
  current_schema current_time current_timestamp current_user default deferrable desc distinct do else end except false
  fetch for foreign freeze from full grant group having ilike in initially inner intersect into is isnull join lateral
  leading left like limit localtime localtimestamp natural not notnull null offset on only or order outer overlaps
  placing primary references returning right select session_user similar some symmetric system_user table tablesample
  then to trailing true union unique user using variadic verbose when where window with`.split(/\s+/),
)

/** A column's name as it stands in SQL: quoted where it has to be. */
export const quoted = (name: string): string =>
  /^[a-z_][a-z0-9_]*$/.test(name) && !reserved.has(name) ? name : `"${name}"`

/** `product_brand_id_fkey`: table, columns and what it is; a long one ends in a hash of what was cut. */
export function nameOf(table: string, columns: readonly string[], suffix: string): string {
  const name = [table.slice(table.indexOf('.') + 1), ...columns, suffix].join('_')
  if (name.length <= nameMax) return name
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 8)
  return `${name.slice(0, nameMax - hash.length - suffix.length - 2)}_${hash}_${suffix}`
}

/** A text as an SQL literal. */
export const literal = (value: string): string => `'${value.replaceAll("'", "''")}'`
