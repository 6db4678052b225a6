/**
 * Writes sdk/ from the registry: types of every record and route, and the client. `--check` writes nothing and ends
 * with 1 when the folder is not what would be written.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildRegistry } from '#kernel'
import { renderSdk } from '#surfaces/sdk'
import { modules } from '../processes/modules.ts'

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } })
const folder = join(import.meta.dirname, '../sdk')
const wanted = renderSdk(buildRegistry(modules))
const found = new Map(
  await Promise.all(
    (await readdir(folder).catch(() => [])).map(
      async (name) => [name, await readFile(join(folder, name), 'utf8')] as const,
    ),
  ),
)
const stale = [...wanted].filter(([name, text]) => found.get(name) !== text)
const needless = [...found.keys()].filter((name) => !wanted.has(name))
if (values.check) {
  for (const name of [...stale.map(([each]) => each), ...needless]) console.error(`sdk/${name} is out of date`)
  if (stale.length + needless.length > 0) console.error('node tools/sdk.ts')
  process.exitCode = stale.length + needless.length > 0 ? 1 : 0
} else {
  await mkdir(folder, { recursive: true })
  await Promise.all(stale.map(([name, text]) => writeFile(join(folder, name), text)))
  await Promise.all(needless.map((name) => rm(join(folder, name))))
  console.log(`sdk: ${wanted.size} files, ${stale.length} written, ${needless.length} removed`)
}
