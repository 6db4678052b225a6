/** What must hold of the modules' declarations taken together; the boot stops at the first that does not. */
import type { ModuleDefinition } from './action.ts'
import type { Registry } from './registry.ts'

/** Throws an Error when a module is listed twice or uses one that does not stand above it. */
export function checkUses(modules: readonly ModuleDefinition[]): void {
  const seen = new Set<string>()
  for (const module of modules) {
    if (seen.has(module.name)) throw new Error(`module ${module.name} is listed twice`)
    for (const used of module.uses) {
      if (!seen.has(used)) throw new Error(`module ${module.name} uses ${used}, which does not stand above it`)
    }
    seen.add(module.name)
  }
}

/** What every record is answered with beside its fields. */
const ownNames = new Set(['id', 'version', 'createdAt', 'updatedAt', 'titles'])

/** Throws an Error naming a link, permission, refusal or event that nobody declares, or two operations at one door. */
export function checkRegistry(registry: Registry): void {
  for (const entry of registry.entities.values()) {
    for (const [name, field] of Object.entries(entry.definition.fields)) {
      if (field.kind === 'link') registry.entityOf(field.to())
      if (ownNames.has(name)) throw new Error(`${entry.address}.${name} has a name that every record has already`)
      if (field.see && !registry.permissions.has(field.see)) {
        throw new Error(`${entry.address}.${name} asks for permission ${field.see}, which nobody declares`)
      }
    }
  }
  for (const { address, definition } of registry.entities.values()) {
    const { access, owner, transitions } = definition
    if (access && (!owner || transitions)) throw new Error(`${address} needs an owner and no transitions to be open`)
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
