/** Fields as a client needs them to show, ask for and check values. What the caller may not see is left out. */
import { type Field, type Fields, labelOf, propertyOf, type Registry } from '#kernel'
import type { FieldDescription } from './description.ts'

/** `may` says whether the caller holds a permission. */
export function describeFields(
  registry: Registry,
  fields: Fields,
  may: (permission: string) => boolean,
): FieldDescription[] {
  return Object.entries(fields)
    .filter(([, field]) => !field.see || may(field.see))
    .map(([name, field]) => ({
      name: propertyOf(name, field),
      kind: field.kind,
      label: labelOf(name, field.label),
      required: field.required,
      ...given({
        help: field.help,
        computed: field.computed,
        fixed: field.fixed,
        unique: field.unique,
        default: field.default,
        example: field.example,
      }),
      ...details(registry, field, may),
    }))
}

function details(registry: Registry, field: Field, may: (permission: string) => boolean): Partial<FieldDescription> {
  switch (field.kind) {
    case 'choice':
    case 'state':
      return { of: field.of }
    case 'link': {
      const { address, path } = registry.entityOf(field.to())
      return { to: address, path }
    }
    case 'integer':
      return { min: field.min, max: field.max, ...given({ minorUnitsOf: field.minorUnitsOf }) }
    case 'quantity':
    case 'rate':
      return given({ min: field.min, max: field.max, scale: field.scale })
    case 'money':
      return given({ min: field.min })
    case 'list':
      return { min: field.min, max: field.max, of: describeFields(registry, { item: field.of }, may)[0] }
    case 'group':
      return { fields: describeFields(registry, field.fields, may) }
    case 'tags':
      return { max: field.max }
    case 'record':
      return { maxBytes: field.maxBytes }
    case 'boolean':
    case 'date':
    case 'instant':
    case 'time':
      return {}
    default:
      return { min: field.min, max: field.max, ...given({ pattern: field.pattern, refersTo: field.refersTo }) }
  }
}

const given = <T extends object>(values: T): Partial<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>
