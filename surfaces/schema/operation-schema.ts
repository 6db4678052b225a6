/** The schemas of one operation: where each part of its input comes from, and what it answers. */
import { choice, type Fields, inputOf, type Operation, pathParameters, propertyOf } from '#kernel'
import { fieldSchema, type JsonSchema, objectSchema, recordSchema } from './json-schema.ts'

export type OperationSchemas = {
  params: JsonSchema | undefined
  /** Fields that come from the query string of a GET. */
  query: Fields
  body: JsonSchema | undefined
  /** The `data` of the answer; undefined where the action does not say. */
  answer: JsonSchema | undefined
  isList: boolean
  /** The answer is a file instead of the envelope. */
  isFile: boolean
}

const version = { type: 'integer', minimum: 1, description: 'The version you read; a stale one is refused.' }

/** What a read takes beside the id. */
const reading: Fields = {
  include: choice(['titles'], { help: 'The record comes with the titles of what it links to.' }),
}

export function schemasOf(operation: Operation): OperationSchemas {
  const { does, entity } = operation
  const names = new Set(operation.paths.flatMap(pathParameters))
  const input = Object.entries(inputOf(operation))
  const inPath = Object.fromEntries(input.filter(([name, field]) => names.has(propertyOf(name, field))))
  const rest = Object.fromEntries(input.filter(([name, field]) => !names.has(propertyOf(name, field))))
  const isGet = operation.method === 'GET'
  return {
    params: paramsSchema(names, inPath),
    query: does.kind === 'read' ? reading : isGet ? rest : {},
    body: isGet || operation.method === 'DELETE' ? undefined : bodySchema(operation, rest),
    answer:
      does.kind === 'action'
        ? does.action.output && objectSchema(does.action.output, { nullable: true })
        : does.kind === 'delete'
          ? { ...objectSchema({}, { extra: { id: { type: 'string', format: 'uuid' } } }), required: ['id'] }
          : entity && recordSchema(entity.definition.fields),
    isList: does.kind === 'list' || (does.kind === 'action' && does.action.answersList === true),
    isFile: does.kind === 'action' && does.action.answersFile === true,
  }
}

function paramsSchema(names: ReadonlySet<string>, fields: Fields): JsonSchema | undefined {
  if (names.size === 0) return undefined
  const properties = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [propertyOf(name, field), fieldSchema(field)]),
  )
  for (const name of names) properties[name] ??= { type: 'string', format: 'uuid' }
  return { type: 'object', properties, required: [...names] }
}

function bodySchema({ does }: Operation, fields: Fields): JsonSchema | undefined {
  switch (does.kind) {
    case 'create':
      return objectSchema(fields, { nullable: true, extra: { id: { type: 'string', format: 'uuid' } } })
    case 'update':
      return { ...objectSchema(fields, { nullable: true, demand: false, extra: { version } }), minProperties: 1 }
    case 'transition':
      return objectSchema({}, { extra: { version } })
    default:
      return objectSchema(fields)
  }
}
