/** What people and programs can do, drawn from entities, their transitions and hand-written actions. */
import type { ActionDefinition, Method, ModuleDefinition, Right } from './action.ts'
import type { EntityDefinition, Transition, Verb } from './entity.ts'
import { type Fields, kebab, labelOf, snake } from './field.ts'

export type EntityEntry = {
  /** `catalog.priceList` */
  address: string
  module: string
  definition: EntityDefinition
  /** `catalog.price_list` */
  table: string
  /** `price_list`, the first word of its event types. */
  topic: string
  path: string
  resource: string
  verbs: readonly Verb[]
}

/** One thing a person or program can do: a verb of an entity, a transition, or a hand-written action. */
export type Operation = {
  address: string
  module: string
  entity: EntityEntry | undefined
  label: string
  says: string
  method: Method
  /** Further methods that do the same (`PUT` beside `PATCH`). */
  alsoMethods: readonly Method[]
  paths: readonly string[]
  /** The permission it asks for; undefined only where `access` says who may. */
  permission: string | undefined
  access: 'public' | 'signed-in' | 'permission'
  resource: string
  right: Right
  status: number
  refuses: readonly string[]
  emits: readonly string[]
  does:
    | { kind: Verb }
    | { kind: 'transition'; transition: Transition; state: string }
    | { kind: 'action'; action: ActionDefinition }
}

const allVerbs: readonly Verb[] = ['list', 'read', 'create', 'update', 'delete']

/** The input of an operation's body, query and path; for create and update it follows from the entity's fields. */
export function inputOf(operation: Operation): Fields {
  const fields = operation.entity?.definition.fields ?? {}
  switch (operation.does.kind) {
    case 'action':
      return operation.does.action.input
    case 'create':
      return Object.fromEntries(Object.entries(fields).filter(([, field]) => !field.computed))
    case 'update':
      return Object.fromEntries(
        Object.entries(fields)
          .filter(([, field]) => !field.computed && !field.fixed)
          .map(([name, field]) => [name, { ...field, required: false, default: undefined }]),
      )
    default:
      return {}
  }
}

/** Names in a path that stand for values: `/shops/:id/staff` has `id`. */
export const pathParameters = (path: string): string[] =>
  [...path.matchAll(/:([A-Za-z]+)/g)].map((match) => match[1] ?? '')

/** Where an entity stands: its address, table, topic and path. */
export function entityEntry(module: ModuleDefinition, definition: EntityDefinition): EntityEntry {
  const without = new Set(definition.without ?? [])
  const plural = kebab(definition.name)
  return {
    address: `${module.name}.${definition.name}`,
    module: module.name,
    definition,
    table: `${module.name}.${snake(definition.name)}`,
    topic: snake(definition.name),
    path: definition.path ?? `/${module.name}/${pluralOf(plural)}`,
    resource: definition.resource ?? module.resource,
    verbs: allVerbs.filter(
      (verb) => !without.has(verb) && !(definition.immutable && (verb === 'update' || verb === 'delete')),
    ),
  }
}

const pluralOf = (word: string): string =>
  /(s|x|ch)$/.test(word) ? `${word}es` : /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`

/** "a product", "an account"; a unit and a user begin with a sound that is no vowel. */
export const withArticle = (word: string): string => `${/^(?!uni|use)[aeiou]/.test(word) ? 'an' : 'a'} ${word}`

type VerbShape = Pick<Operation, 'method' | 'right' | 'status' | 'refuses'> & {
  alsoMethods?: readonly Method[]
  /** Whether its path ends with the id of one record. */
  hasId: boolean
  label: (one: string, plural: string) => string
  says: (one: string, plural: string) => string
  emits: readonly string[]
}

const verbShapes: Record<Verb, VerbShape> = {
  list: {
    method: 'GET',
    hasId: false,
    right: 'read',
    status: 200,
    label: (_, plural) => plural,
    says: (_, plural) => `Lists ${plural.toLowerCase()}.`,
    emits: [],
    refuses: ['UNKNOWN_FIELD', 'CURSOR_INVALID'],
  },
  read: {
    method: 'GET',
    hasId: true,
    right: 'read',
    status: 200,
    label: (one) => one,
    says: (one) => `Reads one ${one.toLowerCase()}.`,
    emits: [],
    refuses: ['NOT_FOUND'],
  },
  create: {
    method: 'POST',
    hasId: false,
    right: 'create',
    status: 201,
    label: (one) => `New ${one.toLowerCase()}`,
    says: (one) => `Creates ${withArticle(one.toLowerCase())}.`,
    emits: ['created'],
    refuses: ['ALREADY_EXISTS', 'REFERENCE_NOT_FOUND'],
  },
  update: {
    method: 'PATCH',
    alsoMethods: ['PUT'],
    hasId: true,
    right: 'update',
    status: 200,
    label: (one) => `Change ${one.toLowerCase()}`,
    says: (one) => `Changes the named fields of ${withArticle(one.toLowerCase())}.`,
    emits: ['updated'],
    refuses: ['NOT_FOUND', 'VERSION_CONFLICT', 'ALREADY_EXISTS', 'REFERENCE_NOT_FOUND'],
  },
  delete: {
    method: 'DELETE',
    hasId: true,
    right: 'delete',
    status: 200,
    label: (one) => `Delete ${one.toLowerCase()}`,
    says: (one) => `Removes ${withArticle(one.toLowerCase())} that nothing refers to.`,
    emits: ['deleted'],
    refuses: ['NOT_FOUND', 'VERSION_CONFLICT', 'IN_USE'],
  },
}

/** The verbs and transitions of an entity. Throws an Error when it has transitions and no state field. */
export function entityOperations(entry: EntityEntry): Operation[] {
  const paths = [entry.path, ...(entry.definition.also ?? [])]
  const withId = paths.map((path) => `${path}/:id`)
  return [
    ...entry.verbs.map((verb) => verbOperation(entry, verb, verbShapes[verb].hasId ? withId : paths)),
    ...transitionOperations(entry, withId),
  ]
}

function verbOperation(entry: EntityEntry, verb: Verb, paths: readonly string[]): Operation {
  const { definition, address, module, resource, topic } = entry
  const { label, says, method, alsoMethods = [], right, status, refuses, emits } = verbShapes[verb]
  return {
    address: `${address}.${verb}`,
    module,
    entity: entry,
    label: label(definition.label, definition.plural),
    says: says(definition.label, definition.plural),
    method,
    alsoMethods,
    paths,
    permission: definition.access ? undefined : `${address}.${verb === 'list' ? 'read' : verb}`,
    access: definition.access ?? 'permission',
    resource,
    right,
    status,
    refuses,
    emits: emits.map((what) => `${topic}.${what}`),
    does: { kind: verb },
  }
}

function transitionOperations(entry: EntityEntry, withId: readonly string[]): Operation[] {
  const { definition, address, module, resource, topic } = entry
  const stateField = Object.entries(definition.fields).find(([, field]) => field.kind === 'state')
  return Object.entries(definition.transitions ?? {}).map(([name, transition]) => {
    if (!stateField) throw new Error(`${address} has transitions and no state field`)
    return {
      module,
      entity: entry,
      resource,
      access: 'permission',
      alsoMethods: [],
      address: `${address}.${name}`,
      label: labelOf(name, transition.label),
      says: transition.says,
      method: 'POST',
      paths: withId.map((path) => `${path}/${kebab(name)}`),
      permission: `${address}.${name}`,
      right: 'update',
      status: 200,
      emits: [`${topic}.updated`],
      refuses: ['NOT_FOUND', 'VERSION_CONFLICT', 'INVALID_TRANSITION'],
      does: { kind: 'transition', transition, state: stateField[0] },
    }
  })
}

/** A hand-written action as an operation. */
export function actionOperation(
  module: ModuleDefinition,
  action: ActionDefinition,
  entityOf: (definition: EntityDefinition) => EntityEntry,
): Operation {
  const entity = action.entity ? entityOf(action.entity()) : undefined
  const address = `${entity?.address ?? module.name}.${action.name}`
  const method = action.method ?? 'POST'
  return {
    address,
    module: module.name,
    entity,
    label: action.label,
    says: action.says,
    method,
    alsoMethods: [],
    paths: [action.path, ...(action.also ?? [])],
    permission: action.access ? undefined : (action.permission ?? address),
    access: action.access ?? 'permission',
    resource: action.resource ?? entity?.resource ?? module.resource,
    right: action.right ?? (method === 'GET' ? 'read' : 'do'),
    status: action.status ?? 200,
    refuses: action.refuses ?? [],
    emits: action.emits ?? [],
    does: { kind: 'action', action },
  }
}
