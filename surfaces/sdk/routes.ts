/** Routes as the members of a TypeScript interface. */
import { type EntityEntry, type Operation, pathParameters } from '#kernel'
import { filterFields, sortFields } from '#platform/execution'
import { type OperationSchemas, objectSchema, schemasOf } from '#surfaces/schema'
import { typeName } from './names.ts'
import { toldTypes } from './told-types.ts'
import { literal, typeText, union } from './type-text.ts'

/** All addresses of an operation; every one but the first says that it is the first's. */
export function routeTexts(operation: Operation, interfaceName: string): string[] {
  const [main = '', ...others] = operation.paths.flatMap((path) =>
    [operation.method, ...operation.alsoMethods].map((method) => `${method} ${path}`),
  )
  const isSame = (route: string) => pathParameters(route).join() === pathParameters(main).join()
  return [
    routeText(operation, main),
    ...others.map((route) =>
      isSame(route) ? `  ${literal(route)}: ${interfaceName}[${literal(main)}]` : routeText(operation, route),
    ),
  ]
}

function routeText(operation: Operation, route: string): string {
  const schemas = schemasOf(operation)
  const { says, permission, access, refuses, address } = operation
  return [
    `  /** ${says} \`${address}\`, ${permission ? `permission \`${permission}\`` : access}. */`,
    `  ${literal(route)}: {`,
    `    params: ${paramsText(pathParameters(route))}`,
    `    query: ${queryText(operation, schemas)}`,
    `    body: ${schemas.body ? typeName(address, 'Body') : 'never'}`,
    `    answer: ${answerName(operation, schemas)}`,
    `    isList: ${schemas.isList}`,
    `    refuses: ${union(refuses.map(literal))}`,
    '  }',
  ].join('\n')
}

const paramsText = (names: readonly string[]): string =>
  names.length === 0 ? 'never' : `{ ${names.map((name) => `${name}: string`).join('; ')} }`

function queryText(operation: Operation, { query }: OperationSchemas): string {
  if (operation.does.kind === 'list' && operation.entity) return `ListQuery<${fieldsName(operation.entity)}>`
  return Object.keys(query).length === 0 ? 'never' : typeText(objectSchema(query), { indent: '    ' })
}

function answerName({ address, does, entity }: Operation, { answer, isFile }: OperationSchemas): string {
  if (isFile) return 'Blob'
  const told = toldTypes[address]
  if (told) return told.name
  if (does.kind !== 'action' && does.kind !== 'delete' && entity) return typeName(entity.address)
  return answer ? typeName(address, 'Answer') : 'unknown'
}

/** The types that an operation's routes name: what it is sent and, where it is no record, what it answers. */
export function partTexts(operation: Operation): string[] {
  const schemas = schemasOf(operation)
  const name = answerName(operation, schemas)
  return [
    ...(schemas.body ? [`export type ${typeName(operation.address, 'Body')} = ${typeText(schemas.body)}\n`] : []),
    ...(name.endsWith('Answer') ? [`export type ${name} = ${typeText(schemas.answer, { nullable: true })}\n`] : []),
  ]
}

const fieldsName = (entry: EntityEntry): string => typeName(entry.address, 'Field')

/** The names by which an entity's list may be sorted and filtered. */
export const fieldsText = (entry: EntityEntry): string =>
  `export type ${fieldsName(entry)} = ${union([...filterFields(entry), ...sortFields(entry)].map(literal))}\n`
