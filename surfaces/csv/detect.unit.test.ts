import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import iconv from 'iconv-lite'
import { detect } from './detect.ts'

const retail = new URL('../../examples/data/online-retail-2010-12.csv', import.meta.url)
const bytes = (text: string, encoding = 'utf-8') => iconv.encode(text, encoding)
const column = (text: string, name: string) => detect(bytes(text)).columns.find((found) => found.name === name)

test('the real invoice file is UTF-8 with semicolons, decimal commas and a header', () => {
  const found = detect(readFileSync(retail))
  assert.equal(found.encoding.value, 'utf-8')
  assert.equal(found.separator.value, ';')
  assert.equal(found.quote.value, '"')
  assert.equal(found.hasHeader.value, true)
  assert.deepEqual(
    found.columns.map(({ name }) => name),
    ['InvoiceNo', 'StockCode', 'Description', 'Quantity', 'InvoiceDate', 'UnitPrice', 'CustomerID', 'Country'],
  )
  assert.equal(found.columns[5]?.decimalMark?.value, ',')
})

test('the dates of the real invoice file are read day first and flagged as ambiguous', () => {
  const order = detect(readFileSync(retail)).columns[4]?.dateOrder
  assert.equal(order?.value, 'dmy')
  assert.equal(order?.ambiguous, true)
})

test('UTF-16 is known by its mark and, without one, by its NULs', () => {
  const text = 'name;price\nCafé;2,5\n'
  assert.equal(detect(Buffer.concat([Buffer.from([0xff, 0xfe]), bytes(text, 'utf-16le')])).encoding.value, 'utf-16le')
  assert.equal(detect(Buffer.concat([Buffer.from([0xfe, 0xff]), bytes(text, 'utf-16be')])).encoding.value, 'utf-16be')
  assert.equal(detect(bytes(text, 'utf-16le')).encoding.value, 'utf-16le')
  assert.equal(detect(bytes(text, 'utf-16be')).encoding.value, 'utf-16be')
  assert.equal(detect(bytes(text, 'utf-16be')).columns[0]?.name, 'name')
})

test('bytes that are not UTF-8 are windows-1252, or latin1 when windows-1252 has no such byte', () => {
  assert.equal(detect(bytes('name\nCafé “x”\n', 'windows-1252')).encoding.value, 'windows-1252')
  assert.equal(detect(Buffer.from([0x61, 0x0a, 0xe9, 0x81, 0x0a])).encoding.value, 'latin1')
})

test('a sample that ends inside a UTF-8 character is still UTF-8', () => {
  assert.equal(detect(bytes('name\nCafé').subarray(0, -1)).encoding.value, 'utf-8')
})

test('each separator is found, also where quoted cells hold another one', () => {
  for (const separator of [',', ';', '\t', '|']) {
    const text = `sku${separator}name\n1${separator}"a,b;c|d"\n2${separator}"x,y;z|w"\n`
    assert.equal(detect(bytes(text)).separator.value, separator)
  }
})

test('inch signs inside of cells are letters and not quotes', () => {
  assert.equal(detect(bytes('sku,name\n1,5" pipe\n2,6" pipe\n')).quote.value, null)
})

test('apostrophes that open and close cells are quotes', () => {
  assert.equal(detect(bytes("sku,name\n1,'a,b'\n2,'c,d'\n")).quote.value, "'")
})

test('a first row of data is not a header, and its columns are named by position', () => {
  const found = detect(bytes('1,Tea\n2,Salt\n'))
  assert.equal(found.hasHeader.value, false)
  assert.deepEqual(
    found.columns.map(({ name }) => name),
    ['column 1', 'column 2'],
  )
})

test('the last of two marks in a number splits it', () => {
  assert.equal(column('a;b\n1.234,50;x\n', 'a')?.decimalMark?.value, ',')
  assert.equal(column('a;b\n1,234.50;x\n', 'a')?.decimalMark?.value, '.')
})

test('a mark that repeats groups thousands', () => {
  assert.equal(column('a;b\n1.234.567;x\n', 'a')?.decimalMark?.value, ',')
})

test('numbers that can be read both ways are flagged and follow the other columns', () => {
  const mark = column('a;b\n1,234;2,5\n5,678;3,75\n', 'a')?.decimalMark
  assert.equal(mark?.value, ',')
  assert.equal(mark?.ambiguous, true)
})

test('a column whose numbers contradict each other is flagged', () => {
  assert.equal(column('a;b\n1,5;x\n1.5;y\n2,5;z\n', 'a')?.decimalMark?.ambiguous, true)
})

test('dates that only one order allows decide the order', () => {
  assert.deepEqual(
    ['31/12/2010', '12/31/2010', '2010-12-31', '31.12.10'].map(
      (day) => column(`d;n\n${day};x\n`, 'd')?.dateOrder?.value,
    ),
    ['dmy', 'mdy', 'ymd', 'dmy'],
  )
  assert.equal(column('d;n\n31/12/2010;x\n', 'd')?.dateOrder?.ambiguous, undefined)
})

test('dates that no value decides take the more varied number as the day', () => {
  const order = column('d;n\n12/01/2010;x\n12/02/2010;y\n12/03/2010;z\n', 'd')?.dateOrder
  assert.equal(order?.value, 'mdy')
  assert.equal(order?.ambiguous, true)
})

test('the caller overrules each point, for the file or for one column', () => {
  const found = detect(bytes('a;d;b\n1,5;1/2/2010;2,5\n'), {
    encoding: 'latin1',
    decimalMark: '.',
    dateOrder: 'mdy',
    columns: { b: { decimalMark: ',' } },
  })
  assert.equal(found.encoding.evidence, 'stated by the caller')
  assert.equal(found.columns[0]?.decimalMark?.value, '.')
  assert.equal(found.columns[1]?.dateOrder?.value, 'mdy')
  assert.equal(found.columns[2]?.decimalMark?.value, ',')
})

test('an empty sample has no columns and is no fault', () => {
  assert.deepEqual(detect(new Uint8Array()).columns, [])
})
