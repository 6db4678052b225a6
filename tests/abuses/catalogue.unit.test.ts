import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { refusalCatalogue } from '../../tools/refusals/catalogue.ts'

type Row = { abuse: string; answer: string; proof: string }

const root = join(import.meta.dirname, '../..')
const rows: Row[] = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| A\d+ \|/.test(line))
  .map((line) => {
    const [, abuse = '', , answer = '', proof = ''] = line.split('|').map((cell) => cell.trim())
    return { abuse, answer, proof }
  })
const quoted = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, inner = '']) => inner)
const lacksSurface = ({ proof }: Row): boolean => /^no surface yet: .{10,}/.test(proof)

/** What the modules of today have the surface for. */
const provable = [
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 29, 30, 31, 32, 33],
  ...[38, 39, 40, 43, 44, 48, 49, 50, 51, 53, 54, 55, 56, 57, 58, 59, 60],
].map((number) => `A${number}`)

test('the table names every abuse of the catalogue once, in order', () => {
  assert.deepEqual(
    rows.map(({ abuse }) => abuse),
    Array.from({ length: 61 }, (_, index) => `A${index + 1}`),
  )
})

test('what the modules have the surface for is proven', () => {
  const open = rows.filter((row) => provable.includes(row.abuse) && lacksSurface(row))
  assert.deepEqual(open, [])
})

test('each abuse has files that name it in the title of a test, or a reason why not', () => {
  const wrong = rows.flatMap((row) => {
    if (lacksSurface(row)) return []
    const files = quoted(row.proof)
    if (files.length === 0) return [`${row.abuse}: no file`]
    return files.filter((file) => !titles(file).includes(row.abuse)).map((file) => `${row.abuse}: ${file}`)
  })
  assert.deepEqual(wrong, [])
})

/** The abuses that the titles of a file's tests begin with. */
function titles(file: string): string[] {
  const path = join(root, file)
  if (!existsSync(path)) return []
  return [...readFileSync(path, 'utf8').matchAll(/^\s*test\(['"`](A\d+):/gm)].map(([, abuse = '']) => abuse)
}

test('a file with a test that names an abuse stands in the table beside it', () => {
  const files = globSync('{engines,platform,surfaces,modules,tests}/**/*.test.ts', { cwd: root })
  const isNamed = (abuse: string, file: string) =>
    rows.some((row) => row.abuse === abuse && quoted(row.proof).includes(file))
  const wrong = files.flatMap((file) =>
    [...new Set(titles(file))].filter((abuse) => !isNamed(abuse, file)).map((abuse) => `${abuse}: ${file}`),
  )
  assert.deepEqual(wrong, [])
})

test('the table says codes that exist, with their status', () => {
  const statuses = new Map(refusalCatalogue().map(({ code, status }) => [code, status]))
  const said = rows.flatMap(({ abuse, answer }) =>
    [...answer.matchAll(/(\d{3}) `([A-Z_]+)`/g)].map(([, status, code = '']) => ({
      abuse,
      code,
      status: Number(status),
    })),
  )
  assert.ok(said.length > 40)
  assert.deepEqual(
    said.filter(({ code, status }) => statuses.get(code) !== status),
    [],
  )
})
