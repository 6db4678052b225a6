/** The rules of tidiness: what each file may be, and what the tree may hold. */
import type { Source } from './sources.ts'

/** `rule` is the name under which exceptions are listed. */
export type Fault = { path: string; rule: string; says: string }

const fileLinesMax = 300
const lineLengthMax = 120
/** In pages a list of classes is one string, which cannot be broken. */
const pageLineLengthMax = 200
const manifestLinesMax = 60
const readmeLinesMax = 60

type Ban = { pattern: RegExp; says: string; where: RegExp; inTests: boolean }
const anywhere = /\.tsx?$/
const timeless = /^(modules|engines)\//
const bans: readonly Ban[] = [
  {
    pattern: /@ts-(ignore|expect-error|nocheck)|biome-ignore|eslint-disable/,
    says: 'a suppression',
    where: anywhere,
    inTests: true,
  },
  { pattern: /\b(TODO|FIXME)\b/, says: 'a note instead of an issue', where: anywhere, inTests: true },
  {
    pattern: /^export default\b/,
    says: 'a default export',
    where: /^(?!web\/app\/|web\/[^/]+\.config\.)/,
    inTests: true,
  },
  {
    pattern: /^(export )?(const )?enum \w+ \{/,
    says: 'an enum, which Node cannot strip',
    where: anywhere,
    inTests: true,
  },
  { pattern: /\bparseFloat\(/, says: 'parseFloat; amounts are exact', where: anywhere, inTests: true },
  {
    pattern: /\bnew Date\(\)|\bDate\.now\(/,
    says: "the clock; time is the context's",
    where: timeless,
    inTests: false,
  },
  { pattern: /\bMath\.random\(/, says: "chance; it is the context's", where: timeless, inTests: false },
  { pattern: /\brandomUUID\(/, says: "an id; ids are the context's", where: timeless, inTests: false },
]

/** What is wrong inside one source file. */
export function sourceFaults({ path, lines, isTest }: Source): Fault[] {
  const faults: Fault[] = []
  const add = (rule: string, says: string) => faults.push({ path, rule, says })
  if (lines.length > fileLinesMax) add('file size', `${lines.length} lines; at most ${fileLinesMax}`)
  if (/^modules\/[^/]+\/module\.ts$/.test(path) && lines.length > manifestLinesMax) {
    add('manifest size', `${lines.length} lines; a manifest fits a screen of ${manifestLinesMax}`)
  }
  lines.forEach((line, index) => {
    const longest = path.endsWith('.tsx') ? pageLineLengthMax : lineLengthMax
    if (line.length > longest) add('line length', `line ${index + 1} has ${line.length} characters; at most ${longest}`)
    for (const { pattern, says, where, inTests } of bans) {
      if (where.test(path) && (inTests || !isTest) && pattern.test(line))
        add('banned', `line ${index + 1} holds ${says}`)
    }
  })
  if (path.endsWith('.test.ts')) faults.push(...testFaults(path, lines))
  return faults
}

function testFaults(path: string, lines: readonly string[]): Fault[] {
  const faults: Fault[] = []
  const hasCost = /\.(unit|int)\.test\.ts$/.test(path) || /^tests\/(stories|faults|load|start)\/|^web\/e2e\//.test(path)
  if (!hasCost)
    faults.push({ path, rule: 'test name', says: 'the suffix tells the cost: .unit.test.ts or .int.test.ts' })
  if (!lines.some((line) => /\b(test|it)(\.\w+)?\(/.test(line)))
    faults.push({ path, rule: 'empty test', says: 'has no test' })
  return faults
}

const vagueFolders = new Set(['utils', 'helpers', 'common', 'shared', 'lib'])
const atRoot = new Set([
  ...['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'LICENSE', 'SECURITY.md'],
  ...['package.json', 'package-lock.json', 'tsconfig.json', 'biome.json', '.gitignore', '.npmrc', '.dockerignore'],
])

/** What is wrong with names and places in the tree. */
export function treeFaults(paths: readonly string[]): Fault[] {
  const faults: Fault[] = []
  for (const path of paths) {
    const vague = path
      .split('/')
      .slice(0, -1)
      .find((folder) => vagueFolders.has(folder))
    if (vague) faults.push({ path, rule: 'folder name', says: `a folder named ${vague} does not say what it holds` })
    if (!path.includes('/') && !atRoot.has(path)) {
      faults.push({ path, rule: 'root', says: 'stands at the root; only known files do' })
    }
  }
  const modules = new Set(paths.flatMap((path) => path.match(/^modules\/([^/]+)\/module\.ts$/)?.[1] ?? []))
  for (const module of modules) {
    for (const file of ['README.md', 'contract.ts']) {
      const path = `modules/${module}/${file}`
      if (!paths.includes(path)) faults.push({ path, rule: 'module shape', says: 'is missing' })
    }
  }
  return faults
}

/** What is wrong with a module's README. */
export const readmeFaults = ({ path, lines }: Source): Fault[] =>
  lines.length > readmeLinesMax
    ? [{ path, rule: 'readme size', says: `${lines.length} lines; at most ${readmeLinesMax}` }]
    : []

/** Scripts that nothing and nobody is told of, and tools that no script starts. */
export function scriptFaults(
  scripts: Readonly<Record<string, string>>,
  { texts, paths }: { texts: string; paths: readonly string[] },
): Fault[] {
  const bodies = Object.values(scripts).join('\n')
  const standard = new Set(['start', 'test', 'dev', 'prepare'])
  const unused = Object.keys(scripts).filter(
    (name) => !standard.has(name) && !`${texts}\n${bodies}`.includes(`npm run ${name}`),
  )
  const lost = paths.filter((path) => /^tools\/[^/]+\.ts$/.test(path) && !`${texts}\n${bodies}`.includes(path))
  return [
    ...unused.map((name) => ({
      path: 'package.json',
      rule: 'script',
      says: `no page says when to use npm run ${name}`,
    })),
    ...lost.map((path) => ({ path, rule: 'script', says: 'is started by no script and named on no page' })),
  ]
}
