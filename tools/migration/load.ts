/** A module with all that it uses, loaded without the others: one that is half written does not stand in the way. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ModuleDefinition } from '#kernel'

/** The manifests of `name` and of all that it uses, those first. Throws an Error when there is no such module. */
export async function loadModule(name: string): Promise<ModuleDefinition[]> {
  const loaded = new Map<string, ModuleDefinition>()
  await load(name, loaded)
  return [...loaded.values()]
}

async function load(name: string, loaded: Map<string, ModuleDefinition>): Promise<void> {
  if (loaded.has(name)) return
  const path = join(import.meta.dirname, '../../modules', name, 'module.ts')
  if (!existsSync(path)) throw new Error(`There is no module ${name}: modules/${name}/module.ts is missing.`)
  const exported: unknown = await import(pathToFileURL(path).href)
  const manifest = Object.values(exported as Record<string, unknown>).find((value) => isManifest(value, name))
  if (!manifest) throw new Error(`modules/${name}/module.ts exports no module named ${name}.`)
  for (const used of manifest.uses) await load(used, loaded)
  loaded.set(name, manifest)
}

const isManifest = (value: unknown, name: string): value is ModuleDefinition =>
  typeof value === 'object' && value !== null && 'name' in value && value.name === name && 'uses' in value
