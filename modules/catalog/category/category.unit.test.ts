import assert from 'node:assert/strict'
import { test } from 'node:test'
import { depthMax, moveProblem, pathUnder } from './category.rules.ts'

const parent = { id: 'mugs', path: ['kitchen', 'home'] }

test('a path goes from the nearest to the top', () => {
  assert.deepEqual(pathUnder(parent), ['mugs', 'kitchen', 'home'])
  assert.deepEqual(pathUnder(undefined), [])
})

test('a category cannot stand below itself or below what stands below it', () => {
  for (const id of ['mugs', 'kitchen', 'home']) {
    assert.match(moveProblem({ id, parent, levelsBelow: 0 }) ?? '', /below itself/)
  }
  assert.equal(moveProblem({ id: 'red', parent, levelsBelow: 5 }), undefined)
})

test('a subtree that would reach too deep stays where it is', () => {
  const most = depthMax - pathUnder(parent).length
  assert.equal(moveProblem({ id: 'red', parent, levelsBelow: most }), undefined)
  assert.match(moveProblem({ id: 'red', parent, levelsBelow: most + 1 }) ?? '', /deeper than 20/)
})
