/** The query parameters of a list, with the fields that may be sorted and filtered by. */
import type { EntityEntry } from '#kernel'
import { filterFields, limitMax, shapeOf, sortFields } from '#platform/execution'
import type { JsonSchema } from '#surfaces/schema'

export function listParameters(entry: EntityEntry): JsonSchema[] {
  const shape = shapeOf(entry)
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
      { type: 'string', enum: sortFields(entry).flatMap((name) => [name, `-${name}`]) },
      'Field to sort by; `-` for descending.',
    ),
    ...(shape.searchable ? [query('q', { type: 'string', maxLength: 200 }, 'Words that all must occur.')] : []),
    query('include', { type: 'string', enum: ['titles'] }, 'Records come with the titles of what they link to.'),
    {
      name: 'filter',
      in: 'query',
      required: false,
      style: 'deepObject',
      explode: true,
      schema: {
        type: 'object',
        properties: Object.fromEntries(filterFields(entry).map((name) => [name, { type: 'string' }])),
      },
      description:
        '`filter[field][op]=value` with eq, ne, lt, lte, gt, gte, in, contains, empty; `filter[field]=value` is eq.',
    },
  ]
}
