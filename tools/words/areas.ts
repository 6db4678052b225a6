/** Which areas of words the components of a page say, and whether they come with it. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

type Source = { imports: string[]; areas: Set<string> }

const root = join(import.meta.dirname, '../..')

/**
 * A line for each page that says words which neither it nor a layout around it brings, and for each that brings some
 * for nothing. What is loaded later counts like the rest: its words are there when it comes.
 */
export function areaFaults(areas: ReadonlySet<string>): string[] {
  const read = reader(areas)
  const folder = join(root, 'web/app')
  return globSync('**/{page,layout,not-found}.tsx', { cwd: folder }).flatMap((name) => {
    const path = join(folder, name)
    const around = layoutsOf(path).flatMap(broughtBy)
    const own = broughtBy(path)
    const said = saidFrom(path, read)
    const lacking = [...said].filter((area) => !around.includes(area) && !own.includes(area))
    const needless = own.filter((area) => around.includes(area) || (name.endsWith('page.tsx') && !said.has(area)))
    return [
      ...lacking.map((area) => `web/app/${name} says words of ${area} without bringing them`),
      ...needless.map((area) => `web/app/${name} brings words of ${area} for nothing`),
    ]
  })
}

/** `<Words of={['stock', 'sale']}>` of a page or layout; the outermost layout names its own otherwise. */
function broughtBy(path: string): string[] {
  const [, list = ''] = /(?:of=\{|wordsOf\(language, )\[([^\]]*)\]/.exec(readFileSync(path, 'utf8')) ?? []
  return [...list.matchAll(/'(\w+)'/g)].flatMap(([, area]) => area ?? [])
}

/** The layouts that stand around a page or another layout. */
function layoutsOf(path: string): string[] {
  const parts = relative(join(root, 'web/app'), dirname(path)).split('/')
  const folders = ['', ...parts.map((_, index) => parts.slice(0, index + 1).join('/'))]
  return [...new Set(folders)]
    .map((part) => join(root, 'web/app', part, 'layout.tsx'))
    .filter((layout) => layout !== path && existsSync(layout))
}

function saidFrom(start: string, read: (path: string) => Source): Set<string> {
  const seen = new Set<string>()
  const waiting = [start]
  const said = new Set<string>()
  for (let path = waiting.pop(); path; path = waiting.pop()) {
    if (seen.has(path)) continue
    seen.add(path)
    const { imports, areas } = read(path)
    waiting.push(...imports)
    for (const area of areas) said.add(area)
  }
  return said
}

function reader(known: ReadonlySet<string>): (path: string) => Source {
  const sources = new Map<string, Source>()
  return (path) => {
    const source = sources.get(path) ?? sourceOf(path, known)
    sources.set(path, source)
    return source
  }
}

function sourceOf(path: string, known: ReadonlySet<string>): Source {
  const text = readFileSync(path, 'utf8')
  const named = [...text.matchAll(/useWords\('(\w+)/g)]
  // Without an area of its own, a component names it in each key.
  const spelled = text.includes('useWords()') ? [...text.matchAll(/['`](\w+)\.[\w$]/g)] : []
  const areas = [...named, ...spelled].flatMap(([, area]) => (area && known.has(area) ? [area] : []))
  const froms = [...text.matchAll(/^(?!import type|export type).*?\b(?:from|import\() ?'([^']+\.tsx?)'/gm)]
  const multiline = [...text.matchAll(/^\} from '([^']+\.tsx?)'/gm)]
  const imports = [...froms, ...multiline].flatMap(([, name]) => (name ? resolved(path, name) : []))
  return { imports, areas: new Set(areas) }
}

function resolved(from: string, name: string): string[] {
  if (name.startsWith('#web/')) return [join(root, 'web', name.slice('#web/'.length))]
  return name.startsWith('.') ? [join(dirname(from), name)] : []
}
