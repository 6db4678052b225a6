/** The files that the generators write. */
import { labelOf, snake } from '#kernel'

/** An entity with a name of its own and nothing else: what is particular is written by a person. */
export function entityFile(name: string): string {
  const label = labelOf(name)
  return `import { defineEntity, text } from '#kernel'

/** One ${label.toLowerCase()} of the company. */
export const ${name} = defineEntity('${name}', {
  label: '${label}',
  plural: '${pluralOf(label)}',
  fields: {
    name: text({ label: 'Name', required: true, max: 120, unique: true, search: true, list: 1 }),
  },
  csv: { key: 'name' },
})
`
}

/** The files of an empty module, by path inside its folder. */
export const moduleFiles = (name: string): Record<string, string> => ({
  'module.ts': `import { defineModule } from '#kernel'

export const ${name} = defineModule({
  name: '${name}',
  says: '${labelOf(name)}.',
  uses: [],
  resource: '${snake(name)}',
})
`,
  'contract.ts': `/** What other modules may use of ${name}: nothing yet. */
export {}
`,
  'README.md': `# ${labelOf(name)}

What it owns: nothing yet.

## Words

## Invariants

## Doors

- \`contract.ts\`: what other modules may use.
- \`module.ts\`: what it declares.
`,
  'migrations/.gitkeep': '',
})

const pluralOf = (label: string): string => {
  if (/(s|x|ch|sh)$/.test(label)) return `${label}es`
  return /[^aeiou]y$/.test(label) ? `${label.slice(0, -1)}ies` : `${label}s`
}
