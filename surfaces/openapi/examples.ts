/** Examples that work when pasted: bodies from the fields' own examples, calls as curl. */
import { type Field, type Fields, inputOf, type Operation, pathParameters, propertyOf } from '#kernel'

/** A body for the operation: the action's own example, or one put together from its required fields. */
export function exampleBody(operation: Operation): Record<string, unknown> | undefined {
  const { does } = operation
  if (operation.method === 'GET' || operation.method === 'DELETE') return undefined
  if (does.kind === 'action' && does.action.example) return does.action.example
  if (does.kind === 'transition') return {}
  const inPath = new Set(operation.paths.flatMap(pathParameters))
  const fields = Object.fromEntries(Object.entries(inputOf(operation)).filter(([name]) => !inPath.has(name)))
  if (does.kind === 'update') return changeOf(fields)
  return exampleOf(fields)
}

function exampleOf(fields: Fields): Record<string, unknown> {
  const named = Object.entries(fields).filter(([, field]) => field.required || field.example !== undefined)
  return Object.fromEntries(named.map(([name, field]) => [propertyOf(name, field), exampleValue(name, field)]))
}

/** A change of one field: another text where there is one, because the example's own may be taken. */
function changeOf(fields: Fields): Record<string, unknown> {
  const all = Object.entries(fields).filter(([, { kind }]) => kind !== 'state')
  const text = all.find(([, { kind }]) => kind === 'text' || kind === 'note')
  if (text) return { [text[0]]: `${exampleValue(...text)} 2` }
  const [name, field] = all.find(([, { kind }]) => kind !== 'link') ?? all[0] ?? []
  return name && field ? { [propertyOf(name, field)]: exampleValue(name, field) } : {}
}

function exampleValue(name: string, field: Field): unknown {
  if (field.example !== undefined) return field.example
  switch (field.kind) {
    case 'integer':
      return Math.max(field.min, 1)
    case 'quantity':
    case 'rate':
      return '1'
    case 'money':
      return { amount: 1250, currency: 'GBP' }
    case 'boolean':
      return field.default ?? true
    case 'date':
      return '2026-01-31'
    case 'instant':
      return '2026-01-31T10:00:00Z'
    case 'time':
      return '09:00'
    case 'choice':
    case 'state':
      return field.of[0]
    case 'link':
      return '00000000-0000-7000-8000-000000000000'
    case 'tags':
      return ['example']
    case 'record':
      return {}
    case 'list':
      return [exampleValue(name, field.of)]
    case 'group':
      return exampleOf(field.fields)
    case 'email':
      return 'someone@example.test'
    case 'phone':
      return '+44 20 7946 0000'
    case 'url':
      return 'https://example.test/'
    case 'code':
      return 'EX-1'
    default:
      return `Example ${name}`
  }
}

type Place = {
  path: string
  method: string
  publicUrl: string
  idOf: (parameter: string) => string | undefined
}

/** The call as curl; a parameter is left for the reader where the example cannot know one. */
export function sampleCall(operation: Operation, { path, method, publicUrl, idOf }: Place, body: unknown): string {
  const known = path.replace(/:([A-Za-z]+)/g, (_, name) => idOf(name) ?? `{${name}}`)
  const lines = [`curl ${method === 'GET' ? '' : `-X ${method} `}'${publicUrl}/api${known}'`]
  if (operation.access !== 'public') lines.push('-H "Authorization: Bearer $TOKEN"')
  if (body !== undefined)
    lines.push("-H 'content-type: application/json'", `-d '${JSON.stringify(body).replaceAll("'", "'\\''")}'`)
  return lines.join(' \\\n  ')
}
