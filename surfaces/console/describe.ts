/**
 * The registry as a person may use it: entities with their fields, lists and forms, and the actions that they may call.
 * A web client draws its pages from this; what the caller may not do or see is not in it.
 */
import { type Field, type Fields, inputOf, labelOf, type Operation, propertyOf, type Registry } from '#kernel'
import { schemasOf } from '#surfaces/schema'

export type FieldDescription = {
  name: string
  kind: string
  label: string
  required: boolean
  [detail: string]: unknown
}

/** Everything of the registry that the grants open. `may` says whether the caller holds a permission. */
export function describeConsole(registry: Registry, may: (permission: string) => boolean) {
  const open = [...registry.operations.values()].filter(
    ({ access, permission }) => access !== 'permission' || may(permission ?? ''),
  )
  const describe = (fields: Fields) => describeFields(registry, fields, may)
  const entities = [...registry.entities.values()].flatMap((entry) => {
    const operations = open.filter((operation) => operation.entity === entry)
    if (operations.length === 0) return []
    const { label, plural, says, fields, title, csv, transitions } = entry.definition
    const described = describe(fields)
    return [
      {
        name: entry.address,
        module: entry.module,
        label,
        plural,
        says: says ?? null,
        path: entry.path,
        title: title ?? Object.entries(fields).find(([, field]) => field.search)?.[0] ?? 'id',
        verbs: operations
          .filter(({ does }) => does.kind !== 'action' && does.kind !== 'transition')
          .map(({ does }) => does.kind),
        fields: described,
        list: listColumns(fields),
        form: described.filter(({ computed }) => !computed).map(({ name }) => name),
        transitions: Object.keys(transitions ?? {}).filter((name) =>
          operations.some(({ address }) => address === `${entry.address}.${name}`),
        ),
        importKey: csv?.key ?? null,
        isSearchable: Object.values(fields).some(({ search }) => search),
      },
    ]
  })
  return {
    entities,
    actions: open.filter(isAction).map((operation) => describeAction(operation, describe)),
    modules: describeModules(registry),
  }
}

const isAction = ({ does }: Operation): boolean => does.kind === 'action' || does.kind === 'transition'

function describeAction(operation: Operation, describe: (fields: Fields) => FieldDescription[]) {
  const { address, entity, label, says, method, paths, access, permission, refuses } = operation
  return {
    name: address,
    entity: entity?.address ?? null,
    label,
    says,
    method,
    path: paths[0],
    access,
    permission: permission ?? null,
    input: describe(inputOf(operation)),
    answersList: schemasOf(operation).isList,
    refuses,
  }
}

const describeModules = (registry: Registry) => registry.modules.map(({ name, says }) => ({ name, says }))

function listColumns(fields: Fields): string[] {
  const listed = Object.entries(fields).filter(([, field]) => field.list !== undefined)
  return listed
    .toSorted(([, a], [, b]) => (a.list ?? 0) - (b.list ?? 0))
    .map(([name, field]) => propertyOf(name, field))
}

function describeFields(registry: Registry, fields: Fields, may: (permission: string) => boolean): FieldDescription[] {
  return Object.entries(fields)
    .filter(([, field]) => !field.see || may(field.see))
    .map(([name, field]) => ({
      name: propertyOf(name, field),
      kind: field.kind,
      label: labelOf(name, field.label),
      required: field.required,
      ...given({
        help: field.help,
        computed: field.computed,
        fixed: field.fixed,
        unique: field.unique,
        default: field.default,
        example: field.example,
      }),
      ...details(registry, field, may),
    }))
}

function details(registry: Registry, field: Field, may: (permission: string) => boolean): Record<string, unknown> {
  switch (field.kind) {
    case 'choice':
    case 'state':
      return { of: field.of }
    case 'link':
      return { to: registry.entityOf(field.to()).address }
    case 'integer':
      return { min: field.min, max: field.max }
    case 'quantity':
    case 'rate':
      return given({ min: field.min, max: field.max, scale: field.scale })
    case 'money':
      return given({ min: field.min })
    case 'list':
      return { min: field.min, max: field.max, of: describeFields(registry, { item: field.of }, may)[0] }
    case 'group':
      return { fields: describeFields(registry, field.fields, may) }
    case 'tags':
      return { max: field.max }
    case 'record':
      return { maxBytes: field.maxBytes }
    case 'boolean':
    case 'date':
    case 'instant':
    case 'time':
      return {}
    default:
      return { min: field.min, max: field.max, ...given({ pattern: field.pattern }) }
  }
}

const given = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
