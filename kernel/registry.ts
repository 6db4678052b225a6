/**
 * Everything that the modules declare, put together and checked once at boot: addresses, paths, permissions, events.
 * Surfaces receive the registry as an argument and draw from it; they name no module.
 */
import type {
  Equation,
  ImportDefinition,
  JobDefinition,
  ListenerDefinition,
  ModuleDefinition,
  PermissionOptions,
} from './action.ts'
import type { EntityDefinition } from './entity.ts'
import {
  actionOperation,
  type EntityEntry,
  entityEntry,
  entityOperations,
  type Operation,
  withArticle,
} from './operation.ts'
import { coreRefusals, type RefusalKind } from './refusal.ts'
import { checkRegistry, checkUses } from './registry-checks.ts'

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
    const words = withArticle(definition.label.toLowerCase())
    const one = words.charAt(0).toUpperCase() + words.slice(1)
    if (verbs.includes('create')) events.set(`${topic}.created`, `${one} was created.`)
    if (verbs.includes('update') || definition.transitions) events.set(`${topic}.updated`, `${one} was changed.`)
    if (verbs.includes('delete')) events.set(`${topic}.deleted`, `${one} was removed.`)
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

function add<E extends { address: string }>(map: Map<string, E>, entry: E): void {
  if (map.has(entry.address)) throw new Error(`${entry.address} is declared twice`)
  map.set(entry.address, entry)
}
