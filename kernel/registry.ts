/**
 * Everything that the modules declare, put together and checked once at boot: addresses, paths, permissions, events.
 * Surfaces receive the registry as an argument and draw from it; they name no module.
 */
import type {
  ActionDefinition,
  Equation,
  ImportDefinition,
  JobDefinition,
  ListenerDefinition,
  Method,
  ModuleDefinition,
  PermissionOptions,
  Right,
} from './action.ts'
import type { EntityDefinition, Transition, Verb } from './entity.ts'
import { type Fields, kebab, labelOf, snake } from './field.ts'
import { coreRefusals, type RefusalKind } from './refusal.ts'

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

export type PermissionEntry = PermissionOptions & { address: string; module: string }
export type ListenerEntry = { address: string; module: string; definition: ListenerDefinition }
export type ImportEntry = { address: string; module: string; definition: ImportDefinition }
export type JobEntry = { address: string; module: string; definition: JobDefinition }

export type Registry = {
  modules: readonly ModuleDefinition[]
  entities: ReadonlyMap<string, EntityEntry>
  operations: ReadonlyMap<string, Operation>
  permissions: ReadonlyMap<string, PermissionEntry>
  listeners: readonly ListenerEntry[]
  jobs: readonly JobEntry[]
  imports: readonly ImportEntry[]
  /** Event type to what it says. */
  events: ReadonlyMap<string, string>
  refusals: ReadonlyMap<string, RefusalKind>
  equations: readonly (Equation & { module: string })[]
  /** The entry of a definition, wherever it was imported from. */
  entityOf: (definition: EntityDefinition) => EntityEntry
}

const allVerbs: readonly Verb[] = ['list', 'read', 'create', 'update', 'delete']

/** Puts modules together. Throws an Error naming the first thing that does not fit: the boot stops there. */
export function buildRegistry(modules: readonly ModuleDefinition[]): Registry {
  checkUses(modules)
  const entities = new Map<string, EntityEntry>()
  for (const module of modules)
    for (const definition of module.entities ?? []) add(entities, entityEntry(module, definition))
  const byDefinition = new Map([...entities.values()].map((entry) => [entry.definition, entry]))
  const entityOf = (definition: EntityDefinition): EntityEntry => {
    const entry = byDefinition.get(definition)
    if (!entry) throw new Error(`entity ${definition.name} is in no module's manifest`)
    return entry
  }
  const operations = new Map<string, Operation>()
  for (const entry of entities.values()) for (const operation of entityOperations(entry)) add(operations, operation)
  for (const module of modules) {
    for (const action of module.actions ?? []) add(operations, actionOperation(module, action, entityOf))
  }
  const registry: Registry = {
    modules,
    entities,
    operations,
    entityOf,
    permissions: permissionsOf(modules, operations),
    listeners: modules.flatMap((module) =>
      (module.listeners ?? []).map((definition) => ({
        address: `${module.name}.${definition.name}`,
        module: module.name,
        definition,
      })),
    ),
    jobs: modules.flatMap((module) =>
      (module.jobs ?? []).map((definition) => ({
        address: `${module.name}.${definition.name}`,
        module: module.name,
        definition,
      })),
    ),
    imports: modules.flatMap((module) =>
      (module.imports ?? []).map((definition) => ({
        address: `${module.name}.${definition.name}`,
        module: module.name,
        definition,
      })),
    ),
    events: eventsOf(modules, entities),
    refusals: refusalsOf(modules),
    equations: modules.flatMap((module) => (module.equations ?? []).map((each) => ({ ...each, module: module.name }))),
  }
  checkRegistry(registry)
  return registry
}

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

function entityEntry(module: ModuleDefinition, definition: EntityDefinition): EntityEntry {
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

function entityOperations(entry: EntityEntry): Operation[] {
  const { definition, address, module, resource, topic } = entry
  const one = definition.label.toLowerCase()
  const paths = [entry.path, ...(definition.also ?? [])]
  const withId = paths.map((path) => `${path}/:id`)
  const common = { module, entity: entry, resource, access: 'permission' as const, alsoMethods: [] }
  const of: Record<Verb, Operation> = {
    list: {
      ...common,
      address: `${address}.list`,
      label: definition.plural,
      says: `Lists ${definition.plural.toLowerCase()}.`,
      method: 'GET',
      paths,
      permission: `${address}.read`,
      right: 'read',
      status: 200,
      emits: [],
      refuses: ['UNKNOWN_FIELD', 'CURSOR_INVALID'],
      does: { kind: 'list' },
    },
    read: {
      ...common,
      address: `${address}.read`,
      label: definition.label,
      says: `Reads one ${one}.`,
      method: 'GET',
      paths: withId,
      permission: `${address}.read`,
      right: 'read',
      status: 200,
      emits: [],
      refuses: ['NOT_FOUND'],
      does: { kind: 'read' },
    },
    create: {
      ...common,
      address: `${address}.create`,
      label: `New ${one}`,
      says: `Creates a ${one}.`,
      method: 'POST',
      paths,
      permission: `${address}.create`,
      right: 'create',
      status: 201,
      emits: [`${topic}.created`],
      refuses: ['ALREADY_EXISTS', 'REFERENCE_NOT_FOUND'],
      does: { kind: 'create' },
    },
    update: {
      ...common,
      address: `${address}.update`,
      label: `Change ${one}`,
      says: `Changes the named fields of a ${one}.`,
      method: 'PATCH',
      alsoMethods: ['PUT'],
      paths: withId,
      permission: `${address}.update`,
      right: 'update',
      status: 200,
      emits: [`${topic}.updated`],
      refuses: ['NOT_FOUND', 'VERSION_CONFLICT', 'ALREADY_EXISTS', 'REFERENCE_NOT_FOUND'],
      does: { kind: 'update' },
    },
    delete: {
      ...common,
      address: `${address}.delete`,
      label: `Delete ${one}`,
      says: `Removes a ${one} that nothing refers to.`,
      method: 'DELETE',
      paths: withId,
      permission: `${address}.delete`,
      right: 'delete',
      status: 200,
      emits: [`${topic}.deleted`],
      refuses: ['NOT_FOUND', 'VERSION_CONFLICT', 'IN_USE'],
      does: { kind: 'delete' },
    },
  }
  return [...entry.verbs.map((verb) => of[verb]), ...transitionOperations(entry, withId)]
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

function actionOperation(
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

function permissionsOf(modules: readonly ModuleDefinition[], operations: ReadonlyMap<string, Operation>) {
  const permissions = new Map<string, PermissionEntry>()
  for (const operation of operations.values()) {
    if (!operation.permission || permissions.has(operation.permission)) continue
    const { label, resource, right, module, permission } = operation
    permissions.set(permission, { address: permission, label, resource, right, module })
  }
  for (const module of modules) {
    for (const [address, options] of Object.entries(module.permissions ?? {})) {
      permissions.set(address, { address, module: module.name, ...options })
    }
  }
  return permissions
}

function eventsOf(
  modules: readonly ModuleDefinition[],
  entities: ReadonlyMap<string, EntityEntry>,
): Map<string, string> {
  const events = new Map<string, string>()
  for (const { topic, definition, verbs } of entities.values()) {
    const one = definition.label.toLowerCase()
    if (verbs.includes('create')) events.set(`${topic}.created`, `A ${one} was created.`)
    if (verbs.includes('update') || definition.transitions) events.set(`${topic}.updated`, `A ${one} was changed.`)
    if (verbs.includes('delete')) events.set(`${topic}.deleted`, `A ${one} was removed.`)
  }
  for (const module of modules) for (const [type, says] of Object.entries(module.events ?? {})) events.set(type, says)
  return events
}

function refusalsOf(modules: readonly ModuleDefinition[]): Map<string, RefusalKind> {
  const kinds = new Map<string, RefusalKind>(Object.entries(coreRefusals.kinds))
  for (const module of modules) {
    for (const set of module.refusals ?? []) {
      for (const [code, kind] of Object.entries<RefusalKind>(set.kinds)) {
        const known = kinds.get(code)
        if (known && known !== kind) throw new Error(`refusal ${code} is declared twice, again in ${module.name}`)
        kinds.set(code, kind)
      }
    }
  }
  return kinds
}

function checkUses(modules: readonly ModuleDefinition[]): void {
  const seen = new Set<string>()
  for (const module of modules) {
    if (seen.has(module.name)) throw new Error(`module ${module.name} is listed twice`)
    for (const used of module.uses) {
      if (!seen.has(used)) throw new Error(`module ${module.name} uses ${used}, which does not stand above it`)
    }
    seen.add(module.name)
  }
}

function checkRegistry(registry: Registry): void {
  for (const entry of registry.entities.values()) {
    for (const [name, field] of Object.entries(entry.definition.fields)) {
      if (field.kind === 'link') registry.entityOf(field.to())
      if (field.see && !registry.permissions.has(field.see)) {
        throw new Error(`${entry.address}.${name} asks for permission ${field.see}, which nobody declares`)
      }
    }
  }
  const doors = new Map<string, string>()
  for (const operation of registry.operations.values()) {
    for (const path of operation.paths) {
      for (const method of [operation.method, ...operation.alsoMethods]) {
        const door = `${method} ${path.replace(/:[A-Za-z]+/g, ':')}`
        const other = doors.get(door)
        if (other) throw new Error(`${door} leads to both ${other} and ${operation.address}`)
        doors.set(door, operation.address)
      }
    }
    for (const code of operation.refuses) {
      if (!registry.refusals.has(code))
        throw new Error(`${operation.address} refuses with ${code}, which no catalogue has`)
    }
    for (const type of operation.emits) {
      if (!registry.events.has(type)) throw new Error(`${operation.address} emits ${type}, which nobody declares`)
    }
  }
  for (const listener of registry.listeners) {
    for (const type of listener.definition.on) {
      if (type !== '*' && !registry.events.has(type))
        throw new Error(`${listener.address} listens to ${type}, which nobody declares`)
    }
  }
}

function add<E extends { address: string }>(map: Map<string, E>, entry: E): void {
  if (map.has(entry.address)) throw new Error(`${entry.address} is declared twice`)
  map.set(entry.address, entry)
}
