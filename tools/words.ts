/**
 * Compares the catalogues of words: every language has the keys of English with the same ICU arguments, every key is
 * used, every page brings the areas that it says, and labels of the registry are translated. `node tools/words.ts`
 * prints what lacks and ends with 1.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { modules } from '../processes/modules.ts'
import { refusalCatalogue } from './refusals/catalogue.ts'
import { areaFaults } from './words/areas.ts'
import { registryLabels } from './words/labels.ts'

type Tree = { [key: string]: string | Tree }
type Element = ReturnType<typeof parse>[number]

const folder = join(import.meta.dirname, '../web/words')
const languages = ['hi', 'ar', 'tr']
const faults: string[] = []
const english = flat(read('en.json'))
for (const language of languages) {
  compare(language, flat(read(`${language}.json`)))
  const labels = read(`labels/${language}.json`)
  for (const label of registryLabels(modules))
    if (!labels[label]) faults.push(`labels/${language}.json lacks "${label}"`)
}
unused()
faults.push(...areaFaults(new Set(Object.keys(read('en.json')))))
const isTold = (says: string) => languages.every((language) => read(`labels/${language}.json`)[says])
const untold = refusalCatalogue().filter(({ says }) => !isTold(says))
if (untold.length > 0) console.log(`refusals told in English: ${untold.map(({ code }) => code).join(', ')}`)
for (const fault of faults.slice(0, 60)) console.error(fault)
if (faults.length > 60) console.error(`... and ${faults.length - 60} more`)
console.log(`${english.size} words in ${languages.length + 1} languages, ${faults.length} faults`)
process.exitCode = faults.length > 0 ? 1 : 0

function read(name: string): Tree {
  return JSON.parse(readFileSync(join(folder, name), 'utf8')) as Tree
}

function flat(tree: Tree, path = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[path + key, value] as const] : [...flat(value, `${path}${key}.`)],
    ),
  )
}

function compare(language: string, words: Map<string, string>): void {
  for (const [key, text] of english) {
    const other = words.get(key)
    if (other === undefined) faults.push(`${language}.json lacks ${key}`)
    else if (argumentsOf(language, key, other) !== argumentsOf('en', key, text)) {
      faults.push(`${language}.json ${key} takes other arguments than English`)
    }
  }
  for (const key of words.keys())
    if (!english.has(key)) faults.push(`${language}.json has ${key}, which English has not`)
}

/** Names of the arguments of a message, sorted; an unreadable message is a fault. */
function argumentsOf(language: string, key: string, text: string): string {
  try {
    return [...new Set(namesIn(parse(text)))].toSorted().join(' ')
  } catch (error) {
    faults.push(`${language}.json ${key}: ${(error as Error).message}`)
    return ''
  }
}

function namesIn(elements: readonly Element[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return []
    if (element.type === TYPE.tag) return [element.value, ...namesIn(element.children)]
    if (element.type !== TYPE.select && element.type !== TYPE.plural) return [element.value]
    return [element.value, ...Object.values(element.options).flatMap(({ value }) => namesIn(value))]
  })
}

/** A key whose last word stands nowhere in the pages is nobody's. Keys are put together: this sees only the rest. */
function unused(): void {
  const root = join(folder, '..')
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/(^|\/)(\.next|e2e)/.test(path))
    .map((path) => readFileSync(join(root, path), 'utf8'))
    .join('\n')
  const ends = [...sources.matchAll(/\}([A-Z]\w+)`/g)].flatMap(([, end]) => end ?? [])
  for (const key of english.keys()) {
    const last = key.split('.').at(-1) ?? key
    if (ends.some((end) => last.endsWith(end))) continue
    if (!new RegExp(`\\b${last}\\b`).test(sources)) faults.push(`en.json ${key} is used nowhere`)
  }
}
