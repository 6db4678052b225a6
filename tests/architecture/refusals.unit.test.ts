import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { refusalCatalogue } from '../../tools/refusals/catalogue.ts'

const root = join(import.meta.dirname, '../..')
const sources = globSync('{kernel,engines,platform,surfaces,modules,processes}/**/*.ts', { cwd: root })
  // What is wrong with a setting is named by the setting.
  .filter((path) => !path.includes('.test.') && !path.startsWith('platform/config'))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
const catalogue = refusalCatalogue()
const codes = new Set(catalogue.map(({ code }) => code))

test('every code that anything refuses with is in the catalogue', () => {
  const used = sources.flatMap(({ path, text }) =>
    [...text.matchAll(/\brefuse\w*\(\s*'([A-Z][A-Z_]+)'/g)].map(([, code = '']) => ({ path, code })),
  )
  assert.ok(used.length > 100, 'refusals are found')
  assert.deepEqual(
    used.filter(({ code }) => !codes.has(code)),
    [],
  )
})

test('every code of the catalogue is one that something refuses with', () => {
  const texts = sources.map(({ text }) => text.replaceAll(/^ {2}[A-Z_]+: \{/gm, '')).join('\n')
  const unused = [...codes].filter((code) => !texts.includes(`'${code}'`))
  assert.deepEqual(unused, [])
})

test('a code has a status of refusals and says a sentence', () => {
  const wrong = catalogue.filter(
    ({ status, says }) => status < 400 || status > 599 || !/^[A-Z].*[.]$/.test(says) || says.length > 140,
  )
  assert.deepEqual(wrong, [])
})
