/** A copy of the project without its modules, for generators to write into. */
import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { clusterUrl } from '../database/cluster.ts'

const root = join(import.meta.dirname, '../..')
const copied = [
  ...['kernel', 'engines', 'platform', 'surfaces', 'tools', 'biome.json', 'package.json', 'tsconfig.json'],
  ...['processes/module-folders.ts', 'tests/database', 'tests/database.ts'],
]
const noModules = `import type { ModuleDefinition } from '#kernel'

export const modules: readonly ModuleDefinition[] = []
`

export type Copy = {
  folder: string
  /**
   * Runs a program of node_modules/.bin there. Answers what it printed; throws an Error with all of it when it fails.
   */
  run: (program: string, ...args: string[]) => Promise<string>
}

/** Makes a copy, hands it over and removes it. */
export async function inCopy(work: (copy: Copy) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'entrepot-'))
  try {
    await mkdir(join(folder, 'modules'))
    for (const path of copied) await cp(join(root, path), join(folder, path), { recursive: true })
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
    await writeFile(join(folder, 'processes/modules.ts'), noModules)
    // The server of the tests is found beside the sources, so the copy is told where it is.
    const env = { ...process.env, TEST_DATABASE_URL: await clusterUrl(false), NODE_TEST_CONTEXT: undefined }
    const run: Copy['run'] = async (program, ...args) => {
      const { stdout } = await promisify(execFile)(join(root, 'node_modules/.bin', program), args, { cwd: folder, env })
      return stdout
    }
    await work({ folder, run })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
