/** Tidiness as a check: sizes, banned words, names and places. Prints each fault and ends with 1 when there is one. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Exception, exceptions } from './tidy/exceptions.ts'
import { type Fault, readmeFaults, scriptFaults, sourceFaults, treeFaults } from './tidy/rules.ts'
import { pathsIn, sourcesIn } from './tidy/sources.ts'

const root = join(import.meta.dirname, '..')
const paths = pathsIn(root)
const faults = judged(allFaults(), exceptions)
for (const { path, rule, says } of faults) console.error(`${path}: ${says} (${rule})`)
console.log(`${paths.length} files, ${faults.length} untidy, ${exceptions.length} exceptions`)
process.exitCode = faults.length > 0 ? 1 : 0

function allFaults(): Fault[] {
  // The rules name the words that they ban.
  const sources = sourcesIn(
    root,
    paths.filter((path) => /\.tsx?$/.test(path) && path !== 'tools/tidy/rules.ts' && !isWritten(path)),
  )
  const readmes = sourcesIn(
    root,
    paths.filter((path) => /^modules\/[^/]+\/README\.md$/.test(path)),
  )
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  const pages = paths.filter((path) => /^[^/]+\.md$|^docs\/guides\/|^\.ci\/|^tools\/check/.test(path))
  const texts = pages.map((path) => readFileSync(join(root, path), 'utf8')).join('\n')
  return [
    ...sources.flatMap(sourceFaults),
    ...readmes.flatMap(readmeFaults),
    ...treeFaults(paths),
    ...scriptFaults(scripts, { texts, paths }),
  ]
}

/** What a tool writes for compilers is as long as the registry makes it; its sources are judged instead. */
function isWritten(path: string): boolean {
  return path.startsWith('sdk/')
}

/** Takes out what is excepted, and adds the exceptions that except nothing. */
function judged(found: readonly Fault[], excepted: readonly Exception[]): Fault[] {
  const isSame = (fault: Fault, exception: Exception) => fault.path === exception.path && fault.rule === exception.rule
  const needless = excepted.filter((exception) => !found.some((fault) => isSame(fault, exception)))
  return [
    ...found.filter((fault) => !excepted.some((exception) => isSame(fault, exception))),
    ...needless.map(({ path, rule }) => ({
      path,
      rule: 'exception',
      says: `needs no exception from "${rule}" any more`,
    })),
  ]
}
