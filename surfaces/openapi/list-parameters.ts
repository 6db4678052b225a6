/** The query parameters of a list, with the fields that may be sorted and filtered by. */
import type { EntityEntry } from '#kernel'
import { limitMax, shapeOf } from '#platform/execution'
import type { JsonSchema } from '#surfaces/schema'

/** The names by which a list may be sorted and filtered. */
export function listFields(entry: EntityEntry): string[] {
  const names = shapeOf(entry)
    .properties.filter(({ field }) => !['secret', 'record', 'list', 'group'].includes(field.kind))
    .map(({ name }) => name)
  return ['id', 'createdAt', 'updatedAt', ...names]
}

export function listParameters(entry: EntityEntry): JsonSchema[] {
  const shape = shapeOf(entry)
  const sortable = listFields(entry)
  const query = (name: string, schema: JsonSchema, description: string) => ({
    name,
    in: 'query',
    required: false,
    schema,
    description,
  })
  return [
    query('limit', { type: 'integer', minimum: 1, maximum: limitMax, default: 50 }, 'Rows on a page.'),
    query('page', { type: 'integer', minimum: 1, default: 1 }, 'Which page; use cursor for long lists.'),
    query('cursor', { type: 'string' }, '`pagination.nextCursor` of the page before.'),
    query(
      'sort',
      { type: 'string', enum: sortable.flatMap((name) => [name, `-${name}`]) },
      'Field to sort by; `-` for descending.',
    ),
    ...(shape.searchable ? [query('q', { type: 'string', maxLength: 200 }, 'Words that all must occur.')] : []),
    {
      name: 'filter',
      in: 'query',
      required: false,
      style: 'deepObject',
      explode: true,
      schema: { type: 'object', properties: Object.fromEntries(sortable.map((name) => [name, { type: 'string' }])) },
      description:
        '`filter[field][op]=value` with eq, ne, lt, lte, gt, gte, in, contains, empty; `filter[field]=value` is eq.',
    },
  ]
}
