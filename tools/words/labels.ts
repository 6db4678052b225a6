/** What the registry says to people: labels of entities, fields and actions, words of choices. */
import { buildRegistry, type Field, type Fields, inputOf, labelOf, type ModuleDefinition } from '#kernel'

/** Every text that a page may show of it, once. Sentences that explain (help, says) may stay English. */
export function registryLabels(modules: readonly ModuleDefinition[]): string[] {
  const registry = buildRegistry(modules)
  const found = new Set<string>()
  for (const { definition } of registry.entities.values()) {
    found.add(definition.label).add(definition.plural)
    addFields(found, definition.fields)
  }
  for (const operation of registry.operations.values()) {
    found.add(operation.label)
    addFields(found, inputOf(operation))
  }
  return [...found].toSorted()
}

function addFields(found: Set<string>, fields: Fields): void {
  for (const [name, field] of Object.entries(fields)) {
    found.add(labelOf(name, field.label))
    addInside(found, field)
  }
}

function addInside(found: Set<string>, field: Field): void {
  if (field.kind === 'choice' || field.kind === 'state') for (const word of field.of) found.add(sentence(word))
  if (field.kind === 'group') addFields(found, field.fields)
  if (field.kind === 'list') addInside(found, field.of)
}

/** As pages show a word of a choice: `external_card` is "External card". */
const sentence = (word: string): string => {
  const text = word.replaceAll('_', ' ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}
