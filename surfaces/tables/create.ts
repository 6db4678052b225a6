/** SQL that makes declared tables and their parts. */
import type { DeclaredColumn } from './columns.ts'
import type { DeclaredTable, Named } from './declared.ts'
import { quoted } from './names.ts'

/** A table with its own constraints; foreign keys, indexes and triggers come after all tables. */
export function createTable({ name, columns, constraints }: DeclaredTable): string {
  const lines = [...columns.map(columnSql), ...constraints.map((each) => `constraint ${each.name} ${each.sql}`)]
  return `create table ${name} (\n  ${lines.join(',\n  ')}\n)`
}

/** What follows a table: indexes and triggers. */
export const createFurther = ({ indexes, triggers }: DeclaredTable): string[] =>
  [...indexes, ...triggers].map(({ sql }) => sql)

export const addConstraint = (table: string, { name, sql }: Named): string =>
  `alter table ${table} add constraint ${name} ${sql}`

/** `brand_id uuid not null` */
export function columnSql({ name, type, notNull, default: value, generated }: DeclaredColumn): string {
  const parts = [quoted(name), type]
  if (notNull) parts.push('not null')
  if (value !== undefined) parts.push(`default ${value}`)
  if (generated !== undefined) parts.push(`generated always as (${generated}) stored`)
  return parts.join(' ')
}
