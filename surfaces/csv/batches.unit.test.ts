import assert from 'node:assert/strict'
import { test } from 'node:test'
import { batchesOf, documentsOf } from './batches.ts'
import type { ImportedRow } from './rows.ts'

async function* rowsOf(numbers: string): AsyncGenerator<ImportedRow> {
  for (const [index, number] of [...numbers].entries()) {
    yield { row: index + 2, endOffset: undefined, values: { number }, links: new Map(), problems: [] }
  }
}

/** The numbers of each group, with a `!` behind those that have a problem. */
async function groupsOf(groups: AsyncIterable<ImportedRow[]>): Promise<string[]> {
  const seen: string[] = []
  for await (const group of groups) {
    const problems = group.flatMap(({ problems }) => problems)
    seen.push(group.map(({ values }) => values.number).join('') + '!'.repeat(problems.length))
  }
  return seen
}

test('records come in batches of so many rows', async () => {
  assert.deepEqual(await groupsOf(batchesOf(rowsOf('1234567'), 3)), ['123', '456', '7'])
  assert.deepEqual(await groupsOf(batchesOf(rowsOf(''), 3)), [])
})

test('neighbouring rows of one number are a document', async () => {
  assert.deepEqual(await groupsOf(documentsOf(rowsOf('1122231'), 'number')), ['11', '222', '3', '1'])
})

test('without a number each row is a document', async () => {
  assert.deepEqual(await groupsOf(documentsOf(rowsOf('112'), undefined)), ['1', '1', '2'])
})

test('of a document that is too long no part comes without a problem, and the next one is whole', async () => {
  assert.deepEqual(await groupsOf(documentsOf(rowsOf('0111111122'), 'number', 3)), ['0', '111!', '111!', '1!', '22'])
  assert.deepEqual(await groupsOf(documentsOf(rowsOf('1111'), 'number', 3)), ['111!', '1!'])
  assert.deepEqual(await groupsOf(documentsOf(rowsOf('111222'), 'number', 3)), ['111', '222'])
})
