import assert from 'node:assert/strict'
import { createReadStream, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import iconv from 'iconv-lite'
import { isRefusal, type Refusal } from '#kernel'
import { detect, type Overrides } from './detect.ts'
import { type ReadOptions, type Row, readRows } from './read.ts'

const retail = new URL('../../examples/data/online-retail-2010-12.csv', import.meta.url)

async function* chunks(bytes: Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}

type Given = Partial<ReadOptions> & { overrides?: Overrides; size?: number }

async function read(file: string | Uint8Array, { overrides, size, ...options }: Given = {}): Promise<Row[]> {
  const bytes = typeof file === 'string' ? Buffer.from(file) : file
  const detected = detect(bytes, overrides)
  return all(readRows(chunks(bytes, size), { detected, ...options }))
}

async function refusal(file: string | Uint8Array, given: Given = {}): Promise<Refusal> {
  try {
    await read(file, given)
  } catch (fault) {
    if (isRefusal(fault)) return fault
    throw fault
  }
  throw new assert.AssertionError({ message: 'the file was read' })
}

const cellsOf = (rows: Row[]) => rows.map(({ cells }) => cells)

test('the real invoice file is read whole: 10,000 rows, quoted cells among them', async () => {
  const detected = detect(readFileSync(retail))
  const rows = await all(readRows(createReadStream(retail), { detected }))
  assert.equal(rows.length, 10_000)
  assert.deepEqual(rows[871], {
    row: 873,
    endOffset: rows[871]?.endOffset,
    cells: {
      InvoiceNo: '536477',
      StockCode: '22041',
      Description: 'RECORD FRAME 7" SINGLE SIZE ',
      Quantity: '48',
      InvoiceDate: '1/12/2010 12:27',
      UnitPrice: '2,1',
      CustomerID: '16210',
      Country: 'United Kingdom',
    },
  })
})

test('A44: each encoding gives the same cells, wherever the chunks are cut', async () => {
  const text = 'sku;name\n1;Café crème\n2;Größe\n'
  const files = [
    Buffer.from(text),
    Buffer.from(`\uFEFF${text}`),
    iconv.encode(text, 'utf-16le', { addBOM: true }),
    iconv.encode(text, 'utf-16be', { addBOM: true }),
    iconv.encode(text, 'utf-16le'),
    iconv.encode(text, 'windows-1252'),
  ]
  for (const file of files) {
    for (const size of [1, 3, 1000]) {
      const rows = await read(file, { size })
      assert.deepEqual(cellsOf(rows), [
        { sku: '1', name: 'Café crème' },
        { sku: '2', name: 'Größe' },
      ])
    }
  }
})

test('rows are numbered as a spreadsheet does, with blank lines and cells of several lines', async () => {
  const rows = await read('a;b\r\n\r\n"x\r\ny";1\r\nz;2\n')
  assert.deepEqual(
    rows.map(({ row }) => row),
    [3, 4],
  )
})

test('line ends of different systems may be mixed', async () => {
  assert.equal((await read('a;b\r\n1;2\n3;4\r5;6')).length, 3)
})

test('empty cells behind the last column are ignored', async () => {
  assert.deepEqual(cellsOf(await read('a;b;\n1;2;\n3;4\n')), [
    { a: '1', b: '2' },
    { a: '3', b: '4' },
  ])
})

test('A44: ragged rows are refused with row and column, at most 100 of them', async () => {
  const few = await refusal('a;b;c\n1;2;3\n1;2\n1;2;3;4\n')
  assert.equal(few.code, 'CSV_INVALID')
  assert.equal(few.status, 422)
  assert.deepEqual(
    few.details.map(({ row, column }) => [row, column]),
    [
      [3, 'c'],
      [4, 4],
    ],
  )
  const many = await refusal(`a;b\n${'1;2\n'.repeat(30)}${'1\n'.repeat(500)}`)
  assert.equal(many.details.length, 100)
})

test('rows before the first problem are handed out, none after it', async () => {
  const seen: number[] = []
  const bytes = Buffer.from('a;b\n1;2\n3\n4;5\n')
  await assert.rejects(async () => {
    for await (const { row } of readRows(chunks(bytes), { detected: detect(bytes) })) seen.push(row)
  })
  assert.deepEqual(seen, [2])
})

test('A44: a quote that is never closed is refused with the row in which it opens', async () => {
  const { code, details } = await refusal('a;b\n1;2\n3;"open\n4;5\n')
  assert.equal(code, 'CSV_INVALID')
  assert.deepEqual([details[0]?.row, details[0]?.column], [3, 'b'])
})

test('text behind a closing quote is refused with its place', async () => {
  const { details } = await refusal('a;b\n1;"x"y\n')
  assert.deepEqual([details[0]?.row, details[0]?.column], [2, 'b'])
})

test('A44: a NUL is refused with its place', async () => {
  const { code, details } = await refusal('a;b\n1;2\n3;x\0y\n', { overrides: { encoding: 'utf-8' } })
  assert.equal(code, 'CSV_INVALID')
  assert.deepEqual([details[0]?.row, details[0]?.column], [3, 'b'])
})

test('A44: one column with another separator in the header is refused as the wrong separator', async () => {
  const { code, details } = await refusal('a;b;c\n1;2;3\n', { overrides: { separator: ',' } })
  assert.equal(code, 'CSV_INVALID')
  assert.match(details[0]?.message ?? '', /';'/)
})

test('A40: headers that reach a prototype are refused and Object.prototype stays as it was', async () => {
  const before = Reflect.ownKeys(Object.prototype)
  for (const name of ['__proto__', 'constructor', ' prototype ']) {
    assert.equal((await refusal(`sku;${name}\n1;2\n`)).code, 'FORBIDDEN_KEY')
  }
  assert.deepEqual(Reflect.ownKeys(Object.prototype), before)
})

test('a column named as a method of objects is an ordinary column', async () => {
  assert.deepEqual(cellsOf(await read('toString;b\n1;2\n')), [{ toString: '1', b: '2' }])
})

test('names that repeat or are missing are refused', async () => {
  const overrides = { hasHeader: true }
  assert.equal((await refusal('a;b;a\n1;2;3\n', { overrides })).details[0]?.column, 3)
  assert.equal((await refusal('a;;c\n1;2;3\n', { overrides })).details[0]?.column, 2)
})

test('a file without bytes is refused', async () => {
  assert.equal((await refusal('')).code, 'CSV_INVALID')
})

test('A44: more than 500 columns are refused, 500 are read', async () => {
  const wide = (count: number) => Array.from({ length: count }, (_, at) => `c${at}`).join(',')
  assert.equal((await read(`${wide(500)}\n`)).length, 0)
  assert.equal((await refusal(`${wide(501)}\n`, { size: 4096 })).code, 'CSV_INVALID')
})

test('a cell above its limit is refused with its place', async () => {
  const { code, details } = await refusal(`a;b\n1;${'é'.repeat(40_000)}\n`, { size: 65_536 })
  assert.equal(code, 'CSV_INVALID')
  assert.deepEqual([details[0]?.row, details[0]?.column], [2, 'b'])
})

test('A44: an unclosed quote in a large file is stopped at the row limit', async () => {
  const { code, details } = await refusal(`a;b\n1;"${'x;y\n'.repeat(600_000)}`, { size: 65_536 })
  assert.equal(code, 'CSV_INVALID')
  assert.equal(details[0]?.row, 2)
})

test('A44: a row of nothing but separators is stopped before it fills the memory', async () => {
  const { code } = await refusal(`a;b\n${';'.repeat(6_000_000)}`, { size: 65_536 })
  assert.equal(code, 'CSV_INVALID')
})

test('A44: a file above the byte limit is refused as too large', async () => {
  const { code, status } = await refusal(`a;b\n${'1;2\n'.repeat(100)}`, { limits: { maxBytes: 200 } })
  assert.equal(code, 'PAYLOAD_TOO_LARGE')
  assert.equal(status, 413)
})

test('bytes that turn out not to be in the encoding are refused, not replaced', async () => {
  const file = Buffer.concat([Buffer.from('a;b\n1;2\n'), Buffer.from([0x33, 0x3b, 0xe9, 0x0a])])
  const { code, details } = await refusal(file, { overrides: { encoding: 'utf-8' } })
  assert.equal(code, 'CSV_INVALID')
  assert.match(details[0]?.message ?? '', /encoding/)
})

test('a fault of the stream itself is passed on as it is', async () => {
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('a;b\n1;2\n')
    throw new Error('the disk is gone')
  }
  const detected = detect(Buffer.from('a;b\n1;2\n'))
  await assert.rejects(all(readRows(broken(), { detected })), /the disk is gone/)
})

test('reading can begin at a later row', async () => {
  const rows = await read('a;b\n1;2\n3;4\n5;6\n', { fromRow: 3 })
  assert.deepEqual(
    rows.map(({ row, cells }) => [row, cells.a]),
    [
      [3, '3'],
      [4, '5'],
    ],
  )
})

test('reading can resume at the byte behind any row', async () => {
  const bytes = Buffer.from('\uFEFFa;b\r\n1;é\r\n\r\n3;"x\ny"\r\n5;6')
  const whole = await read(bytes)
  for (const [index, { row, endOffset = 0 }] of whole.entries()) {
    const resume = { lastRow: row, endOffset, header: ['a', 'b'] }
    const rest = readRows(chunks(bytes.subarray(endOffset)), { detected: detect(bytes), resume })
    assert.deepEqual(await all(rest), whole.slice(index + 1))
  }
})

test('leaving the loop early closes the stream', async () => {
  let isClosed = false
  async function* endless(): AsyncGenerator<Uint8Array> {
    try {
      yield Buffer.from('a;b\n')
      for (;;) yield Buffer.from('1;2\n'.repeat(1000))
    } finally {
      isClosed = true
    }
  }
  const detected = detect(Buffer.from('a;b\n1;2\n'))
  for await (const { row } of readRows(endless(), { detected })) if (row === 5000) break
  await new Promise((resolve) => setImmediate(resolve))
  assert.equal(isClosed, true)
})

test('a file of 50 MB is read in memory that stays flat', async () => {
  const line = `${'sku-123456;A gift of some length that fills the row;12,50;1/12/2010'.padEnd(99, ' ')}\n`
  const block = Buffer.from(line.repeat(640))
  async function* large(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('sku;name;price;day\n')
    for (let sent = 0; sent < 50_000_000; sent += block.length) yield block
  }
  const detected = detect(Buffer.from(`sku;name;price;day\n${line}`))
  // Only what a collection leaves counts: garbage that waits for one says nothing about what the reader holds.
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  const heapAfterCollection = () => {
    collect()
    return process.memoryUsage().heapUsed
  }
  const start = heapAfterCollection()
  let heapMax = 0
  let rows = 0
  for await (const _ of readRows(large(), { detected })) {
    rows += 1
    if (rows % 100_000 === 0) heapMax = Math.max(heapMax, heapAfterCollection() - start)
  }
  assert.ok(rows >= 500_000)
  assert.ok(heapMax < 10_000_000, `the heap grew by ${heapMax} bytes`)
})
