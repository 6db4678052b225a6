'use client'
/** What the stock page shows, as its address says it, so that back, reload and sharing work by themselves. */
import { useSearchParams } from 'next/navigation'

export type StockAddress = {
  tab: string
  warehouse: string
  words: string
  show: string
  order: string
  kind: string
  page: number
}
const usual: StockAddress = { tab: 'levels', warehouse: '', words: '', show: '', order: '', kind: '', page: 1 }

export function useStockAddress(): {
  address: StockAddress
  change: (next: Partial<StockAddress>, how?: { replaces?: boolean }) => void
} {
  const params = useSearchParams()
  return { address: read(params), change }
}

const read = (params: URLSearchParams): StockAddress => ({
  tab: params.get('tab') || usual.tab,
  warehouse: params.get('warehouse') ?? '',
  words: params.get('words') ?? '',
  show: params.get('show') ?? '',
  order: params.get('order') ?? '',
  kind: params.get('kind') ?? '',
  page: Math.min(Math.max(1, Math.trunc(Number(params.get('page')) || 1)), 10_000),
})

function change(next: Partial<StockAddress>, { replaces = false } = {}): void {
  // Another filter begins at its first page; another tab keeps the warehouse and nothing else.
  const current = read(new URLSearchParams(location.search))
  const kept = next.tab && next.tab !== current.tab ? { ...usual, warehouse: current.warehouse } : current
  const wanted = { ...kept, page: 1, ...next }
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(wanted)) {
    if (value !== usual[name as keyof StockAddress]) params.set(name, String(value))
  }
  const text = params.toString()
  const address = location.pathname + (text && `?${text}`)
  if (replaces) history.replaceState(null, '', address)
  else history.pushState(null, '', address)
}
