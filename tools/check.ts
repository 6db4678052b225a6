/**
 * `npm run check`: types, lint, walls, tidiness, drift and generated files. One line each, what failed in full below
 * it; ends with 1 when anything failed. Two at a time, longest first.
 */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

type Check = { name: string; command: readonly string[] }
type Outcome = { passed: boolean; said: string; seconds: string }

const root = join(import.meta.dirname, '..')
const checks: readonly Check[] = [
  { name: 'types', command: ['tsc', '-p', '.'] },
  { name: 'types of the pages', command: ['tsc', '-p', 'web'] },
  { name: 'drift', command: ['node', 'tools/migration.ts', '--check'] },
  { name: 'walls', command: ['node', 'tools/walls.ts'] },
  { name: 'lint', command: ['biome', 'check', '--max-diagnostics=50', '.'] },
  { name: 'words', command: ['node', 'tools/words.ts'] },
  { name: 'tidy', command: ['node', 'tools/tidy.ts'] },
  { name: 'map', command: ['node', 'tools/map.ts', '--check'] },
  { name: 'sdk', command: ['node', 'tools/sdk.ts', '--check'] },
  { name: 'refusals page', command: ['node', 'tools/refusals-doc.ts', '--check'] },
  { name: 'settings page', command: ['node', 'tools/settings-doc.ts', '--check'] },
]

const waiting = checks.filter(({ command }) => !command[1]?.endsWith('.ts') || existsSync(join(root, command[1])))
let failed = 0
await Promise.all([worker(), worker()])
console.log(failed === 0 ? 'all checks passed' : `${failed} checks failed`)
process.exitCode = failed > 0 ? 1 : 0

async function worker(): Promise<void> {
  for (let check = waiting.shift(); check; check = waiting.shift()) {
    const { passed, said, seconds } = await run(check)
    console.log(`${passed ? 'passed' : 'FAILED'}  ${check.name} (${seconds} s)${passed ? '' : `\n${said.trimEnd()}`}`)
    if (!passed) failed += 1
  }
}

function run({ command }: Check): Promise<Outcome> {
  const [program = '', ...args] = command
  const start = performance.now()
  return new Promise((resolve) => {
    const options = { cwd: root, maxBuffer: 64 * 1024 * 1024 }
    execFile(join(root, 'node_modules/.bin', program), args, options, (error, stdout, stderr) => {
      const seconds = ((performance.now() - start) / 1000).toFixed(1)
      resolve({ passed: error === null, said: `${stdout}${stderr}`, seconds })
    })
  })
}
