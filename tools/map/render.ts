/** The map as a page: a section for each module, a table for each kind of thing in it. */
import { kebab, type ModuleDefinition, type Operation, type Registry } from '#kernel'
import type { FileOf } from './definitions.ts'

const head = `# Map

<!-- Written by tools/map.ts from the registry. -->

Where everything is: modules in tier order, each with what it declares and the file that declares it.
`

/** The whole page. */
export const renderMap = (registry: Registry, fileOf: FileOf): string =>
  [head, ...registry.modules.map((module) => renderModule({ registry, fileOf, module }))].join('\n')

type View = { registry: Registry; fileOf: FileOf; module: ModuleDefinition }
type Row = readonly string[]
/** Column titles, and the rows that a module has of it; without rows there is no table. */
type Section = { columns: Row; rows: (view: View) => Row[] }

const sections: readonly Section[] = [
  {
    columns: ['Entity', 'Table', 'Path', 'File'],
    rows: (view) =>
      own(view, view.registry.entities.values()).map(({ address, table, path, definition }) => [
        address,
        table,
        path,
        entityFile(view, definition.name),
      ]),
  },
  {
    columns: ['Action', 'Route', 'Permission', 'File'],
    rows: (view) =>
      own(view, view.registry.operations.values()).map((operation) => [
        operation.address,
        `${[operation.method, ...operation.alsoMethods].join('/')} ${operation.paths.join(' ')}`,
        operation.permission ?? operation.access,
        operationFile(view, operation),
      ]),
  },
  {
    columns: ['Listener', 'Hears', 'File'],
    rows: (view) =>
      own(view, view.registry.listeners).map(({ address, definition }) => [
        address,
        definition.on.join(' '),
        place(view, 'defineListener', definition.name),
      ]),
  },
  {
    columns: ['Job', 'Runs', 'File'],
    rows: (view) =>
      own(view, view.registry.jobs).map(({ address, definition }) => [
        address,
        definition.schedule ?? 'when sent',
        place(view, 'defineJob', definition.name),
      ]),
  },
  {
    columns: ['Import', 'Permission', 'File'],
    rows: (view) =>
      own(view, view.registry.imports).map(({ address, definition }) => [
        address,
        definition.permission,
        place(view, 'defineImport', definition.name),
      ]),
  },
  { columns: ['Event', 'Says', 'File'], rows: (view) => [...entityEvents(view), ...addedEvents(view)] },
  {
    columns: ['Further permission', 'Says', 'File'],
    rows: (view) =>
      Object.entries(view.module.permissions ?? {}).map(([address, { label }]) => [address, label, manifest(view)]),
  },
  {
    columns: ['Hand-written table', 'File'],
    rows: (view) =>
      [...(view.module.tables ?? []), ...Object.keys(view.module.installationTables ?? {})].map((name) => [
        name,
        manifest(view),
      ]),
  },
]

function renderModule(view: View): string {
  const { name, says, uses } = view.module
  const used = uses.length > 0 ? ` Uses ${uses.join(', ')}.` : ''
  const tables = sections.map(({ columns, rows }) => table(columns, rows(view)))
  return [`## ${name}\n\n${says}${used}\n`, ...tables.filter(Boolean)].join('\n')
}

const own = <T extends { module: string }>({ module }: View, all: Iterable<T>): T[] =>
  [...all].filter((each) => each.module === module.name)

const place = ({ module, fileOf }: View, maker: string, name: string, folder?: string): string =>
  linkTo(fileOf({ module: module.name, maker, name, folder }))

const entityFile = (view: View, name: string): string => place(view, 'defineEntity', name)

const operationFile = (view: View, { does, entity }: Operation): string =>
  does.kind === 'action'
    ? place(view, 'defineAction', does.action.name, kebab(entity?.definition.name ?? ''))
    : entityFile(view, entity?.definition.name ?? '')

const manifest = (view: View): string => place(view, 'defineModule', view.module.name)

function entityEvents(view: View): Row[] {
  const { registry, module } = view
  return own(view, registry.entities.values()).flatMap(({ topic, definition }) =>
    ['created', 'updated', 'deleted']
      .map((verb) => `${topic}.${verb}`)
      .filter((type) => registry.events.has(type) && !(type in (module.events ?? {})))
      .map((type) => [type, registry.events.get(type) ?? '', entityFile(view, definition.name)]),
  )
}

const addedEvents = (view: View): Row[] =>
  Object.entries(view.module.events ?? {}).map(([type, says]) => [type, says, manifest(view)])

const linkTo = (file: string): string => `[${file.split('/').at(-1)}](../../${file})`

function table(columns: Row, rows: readonly Row[]): string {
  if (rows.length === 0) return ''
  const line = (cells: Row): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line), ''].join('\n')
}
