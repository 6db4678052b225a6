/**
 * `npm run migration -- <name> [--module m]` writes what the declared schema needs beyond the migrations, one file a
 * module; `--check` writes nothing and ends with 1 when something is needed.
 */
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { type Drift, findDrift, sqlText } from './migration/drift.ts'
import { loadModule } from './migration/load.ts'

const usage = 'npm run migration -- <name-of-what-changes> [--module <module>]   or   npm run migration -- --check'
const root = join(import.meta.dirname, '..')

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { module: { type: 'string' }, check: { type: 'boolean', default: false } },
})
process.exitCode = await run(positionals[0] ?? '').catch((error: Error) => {
  console.error(error.message)
  return 2
})

async function run(name: string): Promise<number> {
  if (!values.check && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) {
    console.error(`Name the change in lower case with dashes, such as add-brand.\n${usage}`)
    return 2
  }
  const { drifts, faults } = await findDrift(values.module ? await loadModule(values.module) : await loadAll())
  const wanted = drifts.filter(({ module }) => !values.module || module === values.module)
  for (const fault of faults) console.error(fault)
  if (values.check) {
    for (const { module, statements } of wanted)
      console.log(`-- ${module}: declared, but not migrated\n${sqlText(statements)}`)
    return wanted.length > 0 || faults.length > 0 ? 1 : 0
  }
  for (const drift of wanted) console.log(`wrote ${relative(root, await write(drift, name))}`)
  if (wanted.length === 0) console.log('nothing to do')
  return 0
}

/** Loaded only when all are asked for, so that `--module` works beside a module that is half written. */
async function loadAll() {
  const { modules } = await import('../processes/modules.ts')
  return modules
}

async function write({ module, statements }: Drift, name: string): Promise<string> {
  const folder = join(root, 'modules', module, 'migrations')
  await mkdir(folder, { recursive: true })
  const last = (await readdir(folder))
    .filter((file) => /^\d{4}-.*\.sql$/.test(file))
    .toSorted()
    .at(-1)
  const number = String(Number(last?.slice(0, 4) ?? 0) + 1).padStart(4, '0')
  const path = join(folder, `${number}-${name}.sql`)
  await writeFile(path, sqlText(statements), { flag: 'wx' })
  return path
}
