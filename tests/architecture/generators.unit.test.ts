import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withEntity, withImport, withModule } from '../../tools/new/edit.ts'

const manifest = (entities: string): string => `import { defineModule } from '#kernel'

export const catalog = defineModule({
  name: 'catalog',
  resource: 'products',
${entities}})
`

test('an entity joins a list on one line, a list on several lines, and makes the list where there is none', () => {
  assert.equal(withEntity(manifest('  entities: [unit],\n'), 'brand'), manifest('  entities: [unit, brand],\n'))
  const long = withEntity(manifest('  entities: [\n    unit,\n    product,\n  ],\n'), 'brand')
  assert.equal(long, manifest('  entities: [unit,\n    product, brand],\n'))
  assert.equal(withEntity(manifest(''), 'brand'), manifest('  entities: [brand],\n'))
})

test('an import follows the last one, also where that takes several lines', () => {
  const before = "/** What. */\nimport { a } from './a.ts'\nimport {\n  b,\n} from './b.ts'\n\nexport const c = a + b\n"
  const after = before.replace("from './b.ts'\n", "from './b.ts'\nimport { d } from './d.ts'\n")
  assert.equal(withImport(before, "import { d } from './d.ts'"), after)
})

test('a module joins the list of modules at its end', () => {
  const list = (names: string) => `export const modules: readonly ModuleDefinition[] = [${names}]\n`
  assert.equal(withModule(list(''), 'auth'), list('auth'))
  assert.equal(withModule(list('auth'), 'loyalty'), list('auth, loyalty'))
})

test('a manifest without a place for entities is refused', () => {
  assert.throws(() => withEntity('export const x = 1\n', 'brand'), /neither entities nor a resource/)
})
