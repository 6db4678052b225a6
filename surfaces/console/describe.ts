/**
 * The registry as a person may use it: entities with their fields, lists and forms, and the actions that they may call.
 * A web client draws its pages from this; what the caller may not do or see is not in it.
 */
import { type EntityEntry, type Fields, inputOf, type Operation, propertyOf, type Registry, type Verb } from '#kernel'
import { filterFields, operatorsByKind, sortFields, titleOf } from '#platform/execution'
import { schemasOf } from '#surfaces/schema'
import { describeFields } from './describe-fields.ts'
import type { ActionDescription, ConsoleDescription, EntityDescription, FieldDescription } from './description.ts'

type View = {
  registry: Registry
  may: (permission: string) => boolean
  /** The operations that the caller may call. */
  open: readonly Operation[]
}

/** Everything of the registry that the grants open. `may` says whether the caller holds a permission. */
export function describeConsole(registry: Registry, may: (permission: string) => boolean): ConsoleDescription {
  const open = [...registry.operations.values()].filter(
    ({ access, permission }) => access !== 'permission' || may(permission ?? ''),
  )
  const view = { registry, may, open }
  const reached = new Set(open.map(({ entity }) => entity))
  return {
    entities: [...registry.entities.values()]
      .filter((entry) => reached.has(entry))
      .map((entry) => entityOf(view, entry)),
    actions: open.filter(isAction).map((operation) => actionOf(view, operation)),
    modules: registry.modules.map(({ name, says }) => ({ name, says })),
    operators: operatorsByKind,
  }
}

function entityOf(view: View, entry: EntityEntry): EntityDescription {
  const { registry, may } = view
  const { label, plural, says, fields, csv } = entry.definition
  const operations = view.open.filter(({ entity }) => entity === entry)
  const described = describeFields(registry, fields, may)
  const verbs = operations.flatMap((operation) => verbOf(operation) ?? [])
  const transitions = Object.keys(entry.definition.transitions ?? {}).filter((name) =>
    operations.some(({ address }) => address === `${entry.address}.${name}`),
  )
  const isWritable = verbs.includes('create') || verbs.includes('update')
  const isSeen = (name: string) => isStamp(name) || described.some((each) => each.name === name)
  return {
    ...{ name: entry.address, module: entry.module, label, plural, says: says ?? null, path: entry.path },
    title: titleOf(entry),
    state: described.find(({ kind }) => kind === 'state')?.name ?? null,
    verbs,
    fields: described,
    list: listColumns(fields).filter(isSeen),
    form: described.filter(({ computed }) => !computed).map(({ name }) => name),
    filters: filterFields(entry).filter(isSeen),
    sorts: sortFields(entry).filter(isSeen),
    defaultSort: '-id',
    isSearchable: Object.values(fields).some(({ search }) => search),
    related: relatedTo(view, entry),
    transitions,
    bulk: [...(verbs.includes('delete') ? ['delete'] : []), ...transitions],
    export: verbs.includes('list') ? `/exports/${entry.address}` : null,
    import: csv && isWritable ? entry.address : null,
    importKey: csv?.key ?? null,
  }
}

const isStamp = (name: string): boolean => ['id', 'version', 'createdAt', 'updatedAt'].includes(name)

/** Lists that the caller may see whose records link to those of the entity. */
function relatedTo({ registry, may, open }: View, target: EntityEntry): EntityDescription['related'] {
  const lists = open.filter(({ does }) => does.kind === 'list').flatMap(({ entity }) => entity ?? [])
  return lists.flatMap(({ address, definition }) =>
    Object.entries(definition.fields)
      .filter(([, field]) => field.kind === 'link' && registry.entityOf(field.to()) === target)
      .filter(([, { see }]) => !see || may(see))
      .map(([name, field]) => ({ entity: address, field: propertyOf(name, field), label: definition.plural })),
  )
}

const entityVerbs: readonly Verb[] = ['list', 'read', 'create', 'update', 'delete']

/** The verb that an operation is, or that an action written by hand stands for. */
const verbOf = ({ does, address, entity }: Operation): Verb | undefined =>
  entityVerbs.find((verb) => does.kind === verb || (does.kind === 'action' && address === `${entity?.address}.${verb}`))

const isAction = ({ does }: Operation): boolean => does.kind === 'action' || does.kind === 'transition'

function actionOf({ registry, may }: View, operation: Operation): ActionDescription {
  const { address, entity, label, says, method, paths, access, permission, refuses, does } = operation
  const { isList, isFile } = schemasOf(operation)
  const input: FieldDescription[] = describeFields(registry, inputOf(operation), may)
  return {
    ...{ name: address, entity: entity?.address ?? null, label, says, method, path: paths[0] ?? '', access },
    permission: permission ?? null,
    input,
    answersList: isList,
    answersFile: isFile,
    refuses,
    verb: verbOf(operation) ?? null,
    transition: does.kind === 'transition' ? { from: [does.transition.from].flat(), to: does.transition.to } : null,
    isDangerous:
      (does.kind === 'transition' && does.transition.isDangerous === true) ||
      (does.kind === 'action' && does.action.isDangerous === true),
  }
}

function listColumns(fields: Fields): string[] {
  const listed = Object.entries(fields).filter(([, field]) => field.list !== undefined)
  return listed
    .toSorted(([, a], [, b]) => (a.list ?? 0) - (b.list ?? 0))
    .map(([name, field]) => propertyOf(name, field))
}
