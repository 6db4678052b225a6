import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type AnswerOf, type BodyOf, type Call, makeClient } from '../../sdk/client.ts'
import type { CatalogProduct, Routes } from '../../sdk/routes.ts'

/** Whether two types are one; the assignments below do not compile otherwise. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false
const holds = <T extends true>(value: T): T => value

test('a call is typed by its route', () => {
  holds<Same<AnswerOf<'GET /erp/products/:id'>, CatalogProduct>>(true)
  holds<Same<AnswerOf<'GET /erp/products'>['data'], CatalogProduct[]>>(true)
  holds<Same<Call<'GET /erp/products/:id'>['params'], { id: string }>>(true)
  holds<Same<Call<'GET /erp/products/:id'>['body'], undefined>>(true)
  holds<Same<Routes['PUT /erp/products/:id'], Routes['PATCH /erp/products/:id']>>(true)
  holds<Same<NonNullable<BodyOf<'POST /erp/sales'>['shopId']>, string>>(true)
  holds<Same<'VERSION_CONFLICT' extends Routes['PATCH /erp/products/:id']['refuses'] ? true : false, true>>(true)
})

test('the written client calls a route', async () => {
  const fetcher = (async () => Response.json({ data: { id: 'p', name: 'Lantern' } })) as unknown as typeof fetch
  const { call } = makeClient({ base: '/api', fetch: fetcher })
  const product = await call('GET /erp/products/:id', { params: { id: 'p' } })
  assert.equal(product.name, 'Lantern')
})
