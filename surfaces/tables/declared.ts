/** The tables that the registry's entities ask for. */
import { type EntityEntry, type Field, type Registry, snake } from '#kernel'
import { partsOf } from '#platform/execution'
import { columnsOf, type DeclaredColumn, searchTermOf } from './columns.ts'
import { nameMax, nameOf, quoted } from './names.ts'

/** A constraint or index: its name and the SQL behind the name. */
export type Named = { name: string; sql: string }

/** One entity's table. `name` is `schema.table`; foreign keys stand apart because they come after all tables. */
export type DeclaredTable = {
  module: string
  name: string
  columns: readonly DeclaredColumn[]
  constraints: readonly Named[]
  foreignKeys: readonly Named[]
  indexes: readonly Named[]
  triggers: readonly Named[]
}

/** The declared tables, in the order of the registry: modules in tier order, entities as their manifest lists them. */
export const declaredTables = (registry: Registry): DeclaredTable[] =>
  [...registry.entities.values()].map((entry) => declaredTable(registry, entry))

const stamps: readonly DeclaredColumn[] = [
  { name: 'company_id', type: 'uuid', notNull: true },
  { name: 'id', type: 'uuid', notNull: true },
  { name: 'version', type: 'integer', notNull: true, default: '1' },
  { name: 'created_at', type: 'timestamptz', notNull: true, default: 'now()' },
  { name: 'updated_at', type: 'timestamptz', notNull: true, default: 'now()' },
]

function declaredTable(registry: Registry, entry: EntityEntry): DeclaredTable {
  const { table, module } = entry
  const fields = Object.entries(entry.definition.fields)
  const columns = fields.flatMap(([name, field]) => columnsOf(name, field))
  const taken = [...columns.map(({ name }) => name), ...stamps.map(({ name }) => name)]
  const twice = taken.find((name, index) => taken.indexOf(name) !== index || name === 'search_text')
  if (twice) throw new Error(`${entry.address}: two fields want the column ${twice}; name one of them differently`)
  const long = taken.find((name) => name.length > nameMax)
  if (long)
    throw new Error(`${entry.address}: the column ${long} is longer than the ${nameMax} letters PostgreSQL keeps`)
  const uniques = uniqueSets(entry)
  return {
    module,
    name: table,
    columns: [...stamps, ...columns, ...searchColumn(entry)],
    constraints: [
      { name: nameOf(table, [], 'pkey'), sql: 'primary key (company_id, id)' },
      ...uniques.map((set) => ({ name: nameOf(table, set, 'key'), sql: `unique (${keyOf(set)})` })),
      ...checksOf(entry, columns),
    ],
    foreignKeys: fields.flatMap(([name, field]) => foreignKeyOf(registry, table, name, field)),
    indexes: [...plainIndexes(entry, uniques), ...searchIndexes(entry)],
    triggers: entry.definition.immutable ? [immutableTrigger(table)] : [],
  }
}

const keyOf = (columns: readonly string[]): string => ['company_id', ...columns].map(quoted).join(', ')

function columnsOfSet(entry: EntityEntry, names: readonly string[]): string[] {
  return names.flatMap((name) => {
    const field = entry.definition.fields[name]
    if (!field) throw new Error(`${entry.address} has no field ${name}`)
    return partsOf(name, field).map(({ column }) => column)
  })
}

function uniqueSets(entry: EntityEntry): string[][] {
  const single = Object.entries(entry.definition.fields)
    .filter(([, field]) => field.unique)
    .map(([name]) => [name])
  return [...single, ...(entry.definition.unique ?? [])].map((names) => columnsOfSet(entry, names))
}

function checksOf({ table, definition }: EntityEntry, columns: readonly DeclaredColumn[]): Named[] {
  const ofColumns = columns.flatMap(({ name, check }) =>
    check ? [{ name: nameOf(table, [name], 'check'), sql: `check (${check})` }] : [],
  )
  const ofMoney = Object.entries(definition.fields).flatMap(([name, field]) => {
    if (field.kind !== 'money') return []
    const [amount = '', currency = ''] = partsOf(name, field).map(({ column }) => column)
    return [{ name: nameOf(table, [snake(name)], 'check'), sql: `check ((${amount} is null) = (${currency} is null))` }]
  })
  const named = Object.entries(definition.checks ?? {}).map(([name, condition]) => ({
    name: nameOf(table, [snake(name)], 'check'),
    sql: `check (${condition})`,
  }))
  return [...ofColumns, ...ofMoney, ...named]
}

function foreignKeyOf(registry: Registry, table: string, name: string, field: Field): Named[] {
  if (field.kind !== 'link') return []
  const [part] = partsOf(name, field)
  const column = part?.column ?? ''
  const target = registry.entityOf(field.to()).table
  return [
    {
      name: nameOf(table, [column], 'fkey'),
      sql: `foreign key (company_id, ${quoted(column)}) references ${target} (company_id, id)`,
    },
  ]
}

/** Declared indexes, and one for each link that none begins with: a foreign key is looked up from both ends. */
function plainIndexes(entry: EntityEntry, uniques: readonly string[][]): Named[] {
  const declared = (entry.definition.indexes ?? []).map((names) => columnsOfSet(entry, names))
  const links = Object.entries(entry.definition.fields)
    .filter(([, field]) => field.kind === 'link')
    .map(([name]) => columnsOfSet(entry, [name]))
    .filter(([column]) => ![...uniques, ...declared].some(([first]) => first === column))
  return [...declared, ...links].map((columns) => indexOf(entry.table, columns, `(${keyOf(columns)})`))
}

const indexOf = (table: string, columns: readonly string[], on: string): Named => {
  const name = nameOf(table, columns, 'idx')
  return { name, sql: `create index ${name} on ${table} ${on}` }
}

function searchColumn(entry: EntityEntry): DeclaredColumn[] {
  const terms = Object.entries(entry.definition.fields)
    .filter(([, field]) => field.search)
    .map(([name, field]) => searchTermOf(entry.address, name, field))
  if (terms.length === 0) return []
  return [{ name: 'search_text', type: 'text', notNull: false, generated: `lower(${terms.join(` || ' ' || `)})` }]
}

/** Trigrams find words of three letters and more anywhere, the text index finds the beginnings of shorter ones. */
function searchIndexes({ table, definition }: EntityEntry): Named[] {
  if (!Object.values(definition.fields).some((field) => field.search)) return []
  return [
    indexOf(table, ['search_text', 'trigram'], 'using gin (company_id, search_text gin_trgm_ops)'),
    indexOf(table, ['search_text', 'words'], `using gin (to_tsvector('simple', search_text))`),
  ]
}

function immutableTrigger(table: string): Named {
  const name = nameOf(table, [], 'immutable')
  return {
    name,
    sql: `create trigger ${name} before update or delete or truncate on ${table}
  for each statement execute function public.refuse_change()`,
  }
}
