'use client'
/** The price of a product for somebody, somewhere, on some day, with every step that led to it. */
import type { CatalogProductPriceAnswer } from '#sdk/catalog'
import type { QueryOf } from '#sdk/client'
import type { Money } from '#sdk/values'
import { useRoute } from '#web/data/queries.ts'

export type PriceAsked = QueryOf<'GET /erp/products/:id/price'>
export type TraceStep = { step: string; said: string; price?: Money | null; chosen: boolean; why: string }

export function usePrice(id: string, query: PriceAsked, { enabled = true } = {}) {
  return useRoute('catalog.product', 'GET /erp/products/:id/price', { params: { id }, query }, { enabled, keep: true })
}

/** The trace travels as records, which the SDK knows no more about. */
export const traceOf = ({ trace }: CatalogProductPriceAnswer): TraceStep[] =>
  ((trace ?? []) as readonly unknown[]).filter(
    (each): each is TraceStep => typeof each === 'object' && each !== null && 'said' in each && 'step' in each,
  )
