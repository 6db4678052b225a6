/** Every language's catalogue, on the server only: a page is sent the areas that it says. */
import compile from 'icu-minify/compile'
import type { AbstractIntlMessages } from 'use-intl'
import ar from './ar.json'
import en from './en.json'
import hi from './hi.json'
import type { Language } from './languages.ts'
import tr from './tr.json'

export type Area = keyof typeof en
type Tree = { [key: string]: string | Tree }

const catalogues: Record<Language, Record<Area, Tree>> = { en, hi, ar, tr }
const compiled = new Map<string, AbstractIntlMessages>()

/** Messages of some areas, their ICU syntax read already: the browser has no reader of it. */
export function wordsOf(language: Language, areas: readonly Area[]): AbstractIntlMessages {
  return Object.fromEntries(areas.map((area) => [area, areaOf(language, area)]))
}

function areaOf(language: Language, area: Area): AbstractIntlMessages {
  const key = `${language} ${area}`
  const known = compiled.get(key)
  if (known) return known
  const fresh = read(catalogues[language][area])
  compiled.set(key, fresh)
  return fresh
}

/** Messages with arguments become lists, which the type of messages has no name for. */
function read(tree: Tree): AbstractIntlMessages {
  const entries = Object.entries(tree).map(([key, value]) => [
    key,
    typeof value === 'string' ? plain(compile(value)) : read(value),
  ])
  return Object.fromEntries(entries) as AbstractIntlMessages
}

/** As it is sent to a browser: React hands on no objects without a prototype, which the choices of a message are. */
const plain = (message: ReturnType<typeof compile>): unknown => JSON.parse(JSON.stringify(message))
