/** The SDK as files of text: types of every record and route, and the one small client, drawn from the registry. */
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { EntityEntry, Registry } from '#kernel'
import { pipelineCodes } from '#surfaces/openapi'
import { recordSchema } from '#surfaces/schema'
import { fileRoutes } from './file-routes.ts'
import { fileOf, typeName } from './names.ts'
import { fieldsText, partTexts, routeTexts } from './routes.ts'
import { toldFiles, toldTypes } from './told-types.ts'
import { literal, typeText, union } from './type-text.ts'

const head = '// Written by tools/sdk.ts from the registry.\n'

/** File name to text: one for each module, `routes.ts` over all of them, and the parts that do not change. */
export function renderSdk(registry: Registry): Map<string, string> {
  const files = new Map<string, string>()
  const names: string[] = []
  for (const { name } of registry.modules) {
    const text = moduleText(registry, name)
    if (!text) continue
    names.push(name)
    files.set(fileOf(name), text)
  }
  files.set('routes.ts', routesText(registry, names))
  for (const part of parts) files.set(basename(part), `${head}${readFileSync(join(import.meta.dirname, part), 'utf8')}`)
  return files
}

/** What is the same for every registry. */
const parts = ['parts/client.ts', 'parts/values.ts', ...toldFiles]

function moduleText(registry: Registry, module: string): string | undefined {
  const operations = [...registry.operations.values()].filter((operation) => operation.module === module)
  if (operations.length === 0) return undefined
  const entities = [...registry.entities.values()].filter((entry) => entry.module === module)
  const name = typeName(module, 'Routes')
  const body = [
    ...entities.map(recordText),
    ...entities.map(fieldsText),
    ...operations.flatMap(partTexts),
    `export interface ${name} {\n${operations.flatMap((each) => routeTexts(each, name)).join('\n')}\n}\n`,
  ].join('\n')
  return [head, ...importsOf(registry, module, body), '', body].join('\n')
}

function recordText({ address, definition }: EntityEntry): string {
  const type = typeText(recordSchema(definition.fields), { nullable: true })
  return `${says(definition.says)}export type ${typeName(address)} = ${type}\n`
}

const says = (text: string | undefined): string => (text ? `/** ${text} */\n` : '')

/** What of the other files the text names. */
function importsOf(registry: Registry, module: string, body: string): string[] {
  const isNamed = (name: string) => new RegExp(`\\b${name}\\b`).test(body)
  const told = Object.values(toldTypes).filter(({ name }) => isNamed(name))
  const values = ['ListQuery', 'Money'].filter(isNamed)
  const records = Map.groupBy(
    [...registry.entities.values()].filter((entry) => entry.module !== module && isNamed(typeName(entry.address))),
    (entry) => entry.module,
  )
  return [
    ...[...records].map(
      ([owner, entries]) =>
        `import type { ${entries.map(({ address }) => typeName(address)).join(', ')} } from './${fileOf(owner)}'`,
    ),
    ...[...Map.groupBy(told, ({ file }) => file)].map(
      ([file, types]) => `import type { ${[...new Set(types.map(({ name }) => name))].join(', ')} } from './${file}'`,
    ),
    ...(values.length ? [`import type { ${values.join(', ')} } from './values.ts'`] : []),
  ]
}

function routesText(registry: Registry, modules: readonly string[]): string {
  const pipeline = new Set([...registry.operations.values()].flatMap(pipelineCodes))
  const names = modules.map((module) => typeName(module, 'Routes'))
  return [
    head,
    ...modules.map((module) => `import type { ${typeName(module, 'Routes')} } from './${fileOf(module)}'`),
    "import type { ImportUploaded } from './answers.ts'",
    "import type { ListQuery } from './values.ts'",
    '',
    ...modules.map((module) => `export * from './${fileOf(module)}'`),
    '',
    ...toldFiles.map((file) => `export * from './${basename(file)}'`),
    '',
    'interface FileRoutes {',
    `${fileRoutes}}\n`,
    `export interface Routes extends ${[...names, 'FileRoutes'].join(', ')} {}\n`,
    '/** Codes that any route may answer. */',
    `export type PipelineCode = ${union([...pipeline].map(literal))}\n`,
    '/** Every code of the catalogue. */',
    `export type RefusalCode = ${union([...registry.refusals.keys()].map(literal))}\n`,
  ].join('\n')
}
