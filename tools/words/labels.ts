/** What the registry says to people: labels, words of choices, and the sentences that stand on pages. */
import { reasons } from '#engines/promotion'
import {
  buildRegistry,
  type Field,
  type Fields,
  inputOf,
  labelOf,
  type ModuleDefinition,
  type Operation,
} from '#kernel'

/** Every text that a page may show of it, once. */
export function registryLabels(modules: readonly ModuleDefinition[]): string[] {
  const registry = buildRegistry(modules)
  const found = new Set<string>()
  for (const { name } of registry.modules) found.add(name)
  for (const { definition } of registry.entities.values()) {
    found.add(definition.label).add(definition.plural)
    if (definition.says) found.add(definition.says)
    addFields(found, definition.fields)
    addHelps(found, formOf(definition.fields))
  }
  for (const operation of registry.operations.values()) {
    found.add(operation.label)
    addFields(found, inputOf(operation))
    if (!isOnRecordPage(operation)) continue
    found.add(operation.says)
    addHelps(found, inputOf(operation))
  }
  for (const [type, says] of registry.events) found.add(happening(type)).add(says)
  for (const reason of Object.values(reasons)) found.add(reason)
  return [...found].filter(isForPeople).toSorted()
}

function addFields(found: Set<string>, fields: Fields): void {
  for (const [name, field] of Object.entries(fields)) {
    found.add(labelOf(name, field.label))
    addInside(found, field)
  }
}

/** Helps stand under inputs only. */
function addHelps(found: Set<string>, fields: Fields): void {
  for (const { help } of Object.values(fields)) if (help) found.add(help)
}

const formOf = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, { computed }]) => !computed))

function addInside(found: Set<string>, field: Field): void {
  if (field.kind === 'choice' || field.kind === 'state') for (const word of field.of) found.add(sentence(word))
  if (field.kind === 'group') addFields(found, field.fields)
  if (field.kind === 'list') addInside(found, field.of)
}

/** Actions on records stand as buttons on their pages, with what they do. Pages of their own have words there. */
const isOnRecordPage = ({ does, entity, paths }: Operation): boolean =>
  does.kind === 'transition' ||
  (does.kind === 'action' && entity !== undefined && paths.some((path) => path.includes('/:id/')))

/** As the timeline of a record names events: `register_session.closed` is "Closed". */
const happening = (type: string): string => sentence(type.split('.').slice(1).join(' ') || type)

/** As pages show a word of a choice: `external_card` is "External card". */
const sentence = (word: string): string => {
  const text = word.replaceAll('_', ' ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/**
 * Widths and separators have no letters, makers of printers, encodings and formats are called alike everywhere, and a
 * list of codes is one for programs.
 */
const isForPeople = (text: string): boolean =>
  /\p{L}/u.test(text) && !/^\w+(, \w+)+$/.test(text) && !names.has(text.toLowerCase())

const names = new Set([
  ...['bixolon', 'bixolon/legacy', 'citizen', 'epson', 'epson/legacy', 'fujitsu', 'hp', 'metapace', 'mpt', 'pos-5890'],
  ...['pos-8360', 'star', 'sunmi', 'xprinter', 'youku', 'escpos', 'json', 'pdf', 'code128', 'ean13', 'ean8', 'upc'],
  ...['latin1', 'utf-8', 'utf-16be', 'utf-16le', 'windows-1252'],
])
