import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isRefusal } from '#kernel'
import { detect } from './detect.ts'
import { separators } from './dialect.ts'
import { stated } from './finding.ts'
import { guardCell, unguardCell } from './guard.ts'
import { readRows } from './read.ts'
import { type WriteOptions, type WriteRow, writeRows } from './write.ts'

const seed = process.env.SEED ? { seed: Number(process.env.SEED) } : {}

async function write(rows: readonly WriteRow[], options: WriteOptions): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of writeRows(rows, options)) pieces.push(piece)
  return Buffer.concat(pieces)
}

async function readBack(file: Buffer, separator: (typeof separators)[number]): Promise<Record<string, string>[]> {
  const detected = {
    encoding: stated('utf-8' as const),
    separator: stated(separator),
    quote: stated('"' as const),
    hasHeader: stated(true),
  }
  async function* stream(): AsyncGenerator<Uint8Array> {
    yield file
  }
  const rows: Record<string, string>[] = []
  for await (const { cells } of readRows(stream(), { detected, stripGuard: true })) rows.push(cells)
  return rows
}

const cellOf = async (value: string, isNumber = false) =>
  (await write([{ a: value, b: 'x' }], { columns: [{ name: 'a', isNumber }, { name: 'b' }] })).toString().slice(5)

test('A43: cells that a spreadsheet would run begin with an apostrophe', () => {
  const blanks = ['', ' ', '\t', '\n', '\r', '\0', '\u00a0', '\uFEFF', '\u200b', '\u2060', '\u001b', ' \0\u200b ']
  for (const blank of blanks) {
    for (const sign of ['=', '+', '-', '@', '＝', '＋', '－', '＠']) {
      const cell = `${blank}${sign}cmd|'/c calc'!A1`
      assert.equal(guardCell(cell), `'${cell}`, JSON.stringify(cell))
    }
  }
})

test('A43: cells that begin with TAB, CR or LF are guarded whatever follows', () => {
  for (const cell of ['\tx', '\rx', '\nx']) assert.equal(guardCell(cell), `'${cell}`)
})

test('cells with blanks at an end are guarded, so that a reader that drops blanks gives them back', () => {
  for (const cell of [' Tea', 'Tea ', '\u00a0Tea', "' Tea", ' ']) assert.equal(guardCell(cell), `'${cell}`)
})

test('ordinary cells keep their text', () => {
  for (const cell of ['', 'Tea', "o'clock", "'quoted'", 'a=b', '5 - 3', '12.5', 'é'])
    assert.equal(guardCell(cell), cell)
})

test('a negative number of a number column stands as it is, the same text elsewhere does not', async () => {
  assert.equal(await cellOf('-12.5', true), '-12.5,x\r\n')
  assert.equal(await cellOf('-12.5'), `"'-12.5",x\r\n`)
  assert.equal(await cellOf('-1+cmd()', true), `"'-1+cmd()",x\r\n`)
})

test('separators, quotes and line ends are quoted', async () => {
  assert.equal(await cellOf('5" a;b'), '"5"" a;b",x\r\n')
})

test('a guarded cell is quoted, so that its apostrophe is not taken for the quote of the file', async () => {
  const rows = [
    { a: '=1', b: "kids'" },
    { a: '=2', b: "mums'" },
  ]
  const file = await write(rows, { columns: [{ name: 'a' }, { name: 'b' }] })
  const detected = detect(file)
  assert.equal(detected.quote.value, '"')
  assert.deepEqual(await readBack(file, ','), rows)
})

test('the header is written without rows, behind the mark when asked', async () => {
  const file = await write([], { columns: [{ name: 'a' }, { name: '=b' }], separator: ';', hasMark: true })
  assert.equal(file.toString(), `\uFEFFa;"'=b"\r\n`)
})

test('values that are missing are empty cells', async () => {
  const file = await write([{ a: undefined }], { columns: [{ name: 'a' }, { name: 'toString' }] })
  assert.equal(file.toString(), 'a,toString\r\n,\r\n')
})

test('a large export comes in small pieces', async () => {
  const rows = Array.from({ length: 10_000 }, (_, at) => ({ a: `value ${at}` }))
  let pieces = 0
  for await (const piece of writeRows(rows, { columns: [{ name: 'a' }] })) {
    pieces += 1
    assert.ok(piece.byteLength < 64 * 1024)
  }
  assert.ok(pieces > 3)
})

test('a column that reaches a prototype is refused', async () => {
  const fault = await write([], { columns: [{ name: '__proto__' }] }).catch((reason: unknown) => reason)
  assert.equal(isRefusal(fault) && fault.code, 'FORBIDDEN_KEY')
})

/** Text that is likely to break something: any characters, and many of the dangerous ones. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ unit: fc.constantFrom(...'\'"=+-@＝－ \t\r\n,;|a1\uFEFF\u200b'), maxLength: 8 }),
)

test('property: taking the apostrophe away gives back every text', () => {
  fc.assert(
    fc.property(text, (cell) => assert.equal(unguardCell(guardCell(cell)), cell)),
    { ...seed, numRuns: 2000 },
  )
})

test('A43: property: no guarded cell begins with a sign, whatever cannot be seen before it', () => {
  const visible = (cell: string) => cell.replace(/^[\s\p{Cc}\p{Cf}]+/u, '')
  fc.assert(
    fc.property(text, (cell) => assert.doesNotMatch(visible(guardCell(cell)), /^[=+\-@＝＋－＠]/)),
    { ...seed, numRuns: 2000 },
  )
})

test('property: an export read back is what was exported', async () => {
  // NUL is left out: the reader refuses it, and no text in Postgres holds it.
  const cell = text.map((value) => value.replaceAll('\0', ''))
  const separator = fc.constantFrom(...separators)
  const width = fc.integer({ min: 1, max: 3 })
  const file = fc.tuple(separator, fc.boolean(), width).chain(([mark, hasMark, count]) => {
    const rows = fc.array(fc.array(cell, { minLength: count, maxLength: count }), { maxLength: 5 })
    return fc.tuple(fc.constant(mark), fc.constant(hasMark), fc.constant(count), rows)
  })
  await fc.assert(
    fc.asyncProperty(file, async ([mark, hasMark, count, values]) => {
      const names = ['a', '=b', "'=c"].slice(0, count)
      const rows = values.map((row) => Object.fromEntries(row.map((value, at) => [names[at] ?? '', value])))
      const columns = names.map((name) => ({ name, isNumber: true }))
      const written = await write(rows, { columns, separator: mark, hasMark })
      assert.deepEqual(await readBack(written, mark), rows)
    }),
    { ...seed, numRuns: 300 },
  )
})
