/** The statements that lead from the migrated schema to the declared one. */
import { addConstraint, columnSql, createFurther, createTable } from './create.ts'
import type { DeclaredTable, Named } from './declared.ts'
import type { Column, Schema, Table } from './introspect.ts'
import { quoted } from './names.ts'

/** Both sides as PostgreSQL spells them, and the declaration, whose spelling goes into the migration. */
export type Difference = {
  /** Of one module, in the order of its manifest. */
  declared: readonly DeclaredTable[]
  wanted: Schema
  migrated: Schema
  /** Hand-written tables, `schema.table`, which are nobody's business here. */
  handWritten: ReadonlySet<string>
}

/**
 * The SQL for one module, a statement each; comment lines stand in front of what they are about. Parts of a table whose
 * names do not begin with the table's name are hand-written and left alone. What destroys data says so; a rename is
 * hinted at, never guessed.
 */
export function diff(module: string, { declared, wanted, migrated, handWritten }: Difference): string[] {
  const created = declared.filter(({ name }) => !migrated.has(name))
  const kept = declared.filter(({ name }) => migrated.has(name))
  const gone = [...migrated.keys()].filter(
    (name) => name.startsWith(`${module}.`) && !handWritten.has(name) && !declared.some((table) => table.name === name),
  )
  const changes = kept.map((table) => changesOf(table, wanted.get(table.name), migrated.get(table.name)))
  return [
    ...created.map(createTable),
    ...changes.flatMap(({ first }) => first),
    ...created.flatMap((table) => table.foreignKeys.map((key) => addConstraint(table.name, key))),
    ...changes.flatMap(({ last }) => last),
    ...created.flatMap(createFurther),
    ...gone.map(
      (name) =>
        `-- destroys data: a table in no manifest (a hand-written one belongs into \`tables\`)\ndrop table ${name}`,
    ),
  ]
}

type Changes = { first: string[]; last: string[] }

/** Drops come before columns, and what stands on columns after them; foreign keys last, when every table is there. */
function changesOf(table: DeclaredTable, wanted: Table | undefined, migrated: Table | undefined): Changes {
  if (!wanted || !migrated) return { first: [], last: [] }
  const constraints = partChanges(table.name, [wanted.constraints, migrated.constraints])
  const indexes = partChanges(table.name, [wanted.indexes, withoutDerived(wanted, migrated)])
  const triggers = partChanges(table.name, [wanted.triggers, migrated.triggers])
  const isAdded =
    (names: readonly string[]) =>
    ({ name }: Named) =>
      names.includes(name)
  return {
    first: [
      ...triggers.drop.map((name) => `drop trigger ${name} on ${table.name}`),
      ...constraints.drop.map((name) => `alter table ${table.name} drop constraint ${name}`),
      ...indexes.drop.map((name) => `drop index ${table.module}.${name}`),
      ...columnChanges(table, wanted.columns, migrated.columns),
      ...table.constraints.filter(isAdded(constraints.add)).map((each) => addConstraint(table.name, each)),
    ],
    last: [
      ...table.foreignKeys.filter(isAdded(constraints.add)).map((each) => addConstraint(table.name, each)),
      ...table.indexes.filter(isAdded(indexes.add)).map(({ sql }) => sql),
      ...table.triggers.filter(isAdded(triggers.add)).map(({ sql }) => sql),
    ],
  }
}

/** Indexes go with a generated column that is made anew, so they count as missing then. */
function withoutDerived(wanted: Table, migrated: Table): Map<string, string> {
  const remade = [...wanted.columns]
    .filter(([name, column]) => isRemade(column, migrated.columns.get(name)))
    .map(([name]) => name)
  return new Map([...migrated.indexes].filter(([, says]) => !remade.some((name) => says.includes(name))))
}

const isRemade = (wanted: Column, migrated: Column | undefined): boolean =>
  migrated !== undefined &&
  (wanted.generated || migrated.generated) &&
  JSON.stringify(wanted) !== JSON.stringify(migrated)

function partChanges(table: string, [wanted, migrated]: [Map<string, string>, Map<string, string>]) {
  const prefix = `${table.slice(table.indexOf('.') + 1)}_`
  const differs = (name: string): boolean => wanted.get(name) !== migrated.get(name)
  return {
    drop: [...migrated.keys()].filter((name) => name.startsWith(prefix) && differs(name)),
    add: [...wanted.keys()].filter(differs),
  }
}

function columnChanges(table: DeclaredTable, wanted: Map<string, Column>, migrated: Map<string, Column>): string[] {
  // A generated column goes before those that it is made of.
  const gone = [...migrated.keys()]
    .filter((name) => !wanted.has(name))
    .toSorted((left, right) => Number(migrated.get(right)?.generated) - Number(migrated.get(left)?.generated))
  const remade = [...wanted.keys()].filter((name) => isRemade(wanted.get(name) as Column, migrated.get(name)))
  const added = table.columns.filter(({ name }) => !migrated.has(name) || remade.includes(name))
  const kept = [...wanted.keys()].filter((name) => migrated.has(name) && !remade.includes(name))
  const alter = `alter table ${table.name}`
  return [
    ...remade.map((name) => `${alter} drop column ${quoted(name)}`),
    ...added
      .filter(({ generated }) => !generated)
      .flatMap((column) => addColumn(alter, column, renamedFrom(column.name))),
    ...kept.flatMap((name) => alterColumn(table, name, [wanted.get(name), migrated.get(name)])),
    ...gone.map((name) => `-- destroys data:\n${alter} drop column ${quoted(name)}`),
    ...added.filter(({ generated }) => generated).map((column) => `${alter} add column ${columnSql(column)}`),
  ]

  function renamedFrom(name: string): string | undefined {
    return gone.find((each) => migrated.get(each)?.type === wanted.get(name)?.type)
  }
}

/** A required column without a default needs a value for the rows that are there, which only a person can say. */
function addColumn(alter: string, column: DeclaredTable['columns'][number], renamedFrom: string | undefined): string[] {
  const name = quoted(column.name)
  const hint = renamedFrom
    ? `-- if ${renamedFrom} only got another name: ${alter} rename column ${quoted(renamedFrom)} to ${name};\n`
    : ''
  if (!column.notNull || column.default !== undefined) return [`${hint}${alter} add column ${columnSql(column)}`]
  return [
    `${hint}${alter} add column ${columnSql({ ...column, notNull: false })}`,
    `-- rows that are there need a value first: update ${alter.slice('alter table '.length)} set ${name} = ...;\n` +
      `${alter} alter column ${name} set not null`,
  ]
}

function alterColumn(
  table: DeclaredTable,
  name: string,
  [wanted, migrated]: [Column | undefined, Column | undefined],
): string[] {
  const declared = table.columns.find((column) => column.name === name)
  if (!wanted || !migrated || !declared) return []
  const alter = `alter table ${table.name} alter column ${quoted(name)}`
  const changes: string[] = []
  if (wanted.type !== migrated.type) {
    if (migrated.default !== null) changes.push(`${alter} drop default`)
    changes.push(
      '-- rewrites the table, and may destroy data:\n' +
        `${alter} type ${wanted.type} using ${quoted(name)}::${wanted.type}`,
    )
  }
  const standing = wanted.type === migrated.type ? migrated.default : null
  if (wanted.default !== standing) {
    changes.push(wanted.default === null ? `${alter} drop default` : `${alter} set default ${declared.default}`)
  }
  if (wanted.notNull && !migrated.notNull) {
    changes.push(`-- fails where rows have none: fill them first\n${alter} set not null`)
  } else if (!wanted.notNull && migrated.notNull) changes.push(`${alter} drop not null`)
  return changes
}
