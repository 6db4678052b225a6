/**
 * `npm run new -- entity catalog/brand` writes an entity, lists it in its module's manifest and proposes the migration.
 * `npm run new -- module loyalty` writes an empty module and lists it in processes/modules.ts.
 */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { withEntity, withImport, withModule } from './new/edit.ts'
import { entityFile, moduleFiles } from './new/templates.ts'

const usage = 'npm run new -- entity <module>/<entity-name>   or   npm run new -- module <name>'
const root = join(import.meta.dirname, '..')
const [kind, name = ''] = process.argv.slice(2)

try {
  if (kind === 'entity') await newEntity(name)
  else if (kind === 'module') await newModule(name)
  else throw new Error(`Say what to make.\n${usage}`)
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 2
}

async function newEntity(path: string): Promise<void> {
  const [, module, entity] = path.match(/^([a-z]+)\/([a-z]+(?:-[a-z]+)*)$/) ?? []
  if (!module || !entity) throw new Error(`Name module and entity, such as catalog/price-list.\n${usage}`)
  const manifest = join('modules', module, 'module.ts')
  if (!existsSync(join(root, manifest)))
    throw new Error(`There is no module ${module}: npm run new -- module ${module}`)
  const variable = entity.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
  const file = join('modules', module, entity, `${entity}.entity.ts`)
  await write(file, entityFile(variable))
  const line = `import { ${variable} } from './${entity}/${entity}.entity.ts'`
  await edit(manifest, (source) => withEntity(withImport(source, line), variable))
  tidy(file, manifest)
  run('node', 'tools/migration.ts', `create-${entity}`, '--module', module)
}

async function newModule(module: string): Promise<void> {
  if (!/^[a-z]+$/.test(module)) throw new Error(`A module's name is one word in lower case, such as loyalty.\n${usage}`)
  const files = Object.entries(moduleFiles(module))
  for (const [path, text] of files) await write(join('modules', module, path), text)
  const list = 'processes/modules.ts'
  await edit(list, (source) =>
    withModule(withImport(source, `import { ${module} } from '#manifest/${module}'`), module),
  )
  tidy(list)
}

/** Refuses to write over what is there. */
async function write(path: string, text: string): Promise<void> {
  if (existsSync(join(root, path))) throw new Error(`${path} is there already.`)
  await mkdir(dirname(join(root, path)), { recursive: true })
  await writeFile(join(root, path), text, { flag: 'wx' })
  console.log(`wrote ${path}`)
}

async function edit(path: string, change: (source: string) => string): Promise<void> {
  await writeFile(join(root, path), change(await readFile(join(root, path), 'utf8')))
  console.log(`changed ${path}`)
}

function tidy(...paths: string[]): void {
  run('biome', 'check', '--write', '--vcs-enabled=false', '--log-level=error', ...paths)
}

function run(program: string, ...args: string[]): void {
  execFileSync(join(root, 'node_modules/.bin', program), args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
}
