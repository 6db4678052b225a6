'use client'
/** The price of a product for somebody, somewhere, on some day, with every step that led to it. */
import type { AnswerOf, QueryOf } from '#sdk/client'
import { useRoute } from '#web/data/queries.ts'

export type PriceAsked = QueryOf<'GET /erp/products/:id/price'>
export type PriceAnswer = AnswerOf<'GET /erp/products/:id/price'>
export type TraceStep = PriceAnswer['trace'][number]
export type Offer = PriceAnswer['promotions'][number]

export function usePrice(id: string, query: PriceAsked, { enabled = true } = {}) {
  return useRoute('catalog.product', 'GET /erp/products/:id/price', { params: { id }, query }, { enabled, keep: true })
}
