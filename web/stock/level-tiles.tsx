'use client'
import type { ReactNode } from 'react'
import { useShopChoice } from '#web/console/shop.ts'
import { useMay } from '#web/data/me.ts'
import { useRoute } from '#web/data/queries.ts'
import { useFormat } from '#web/ui/format.ts'
import { Skeleton } from '#web/ui/states.tsx'
import { useWords } from '#web/words/words.tsx'

/** The stock in four figures, of one warehouse or of all of the chosen shop; low and out lead to what is. */
export function LevelTiles({ warehouseId, show }: { warehouseId: string; show: (what: 'low' | 'out') => void }) {
  const words = useWords('stock')
  const format = useFormat()
  const may = useMay()
  const enabled = may('analytics.inventory')
  const { shopId } = useShopChoice()
  const query = { limit: 1, ...(shopId ? { shopId } : {}) }
  const { data } = useRoute('analytics', 'GET /analytics/inventory', { query }, { enabled, keep: true })
  if (!enabled) return null
  const figures = warehouseId ? data?.warehouses?.find((each) => each.warehouseId === warehouseId) : data?.totals
  const count = (value: number | null | undefined) => (data ? format.decimal(value ?? 0) : undefined)
  return (
    <dl className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      <Tile label={words('tiles.products')} value={count(figures?.products)} />
      <Tile label={words('tiles.low')} value={count(figures?.lowStock)}>
        <TileLink label={words('tiles.seeLow')} onClick={() => show('low')} />
      </Tile>
      <Tile label={words('tiles.out')} value={count(figures?.outOfStock)}>
        <TileLink label={words('tiles.seeOut')} onClick={() => show('out')} />
      </Tile>
      {may('catalog.product.cost') && (
        <Tile label={words('tiles.value')} value={data ? format.money(figures?.value) || '–' : undefined} />
      )}
    </dl>
  )
}

export function Tile({ label, value, children }: { label: string; value: ReactNode; children?: ReactNode }) {
  return (
    <div className="min-w-0 rounded-xl border bg-surface px-4 py-3">
      <dt className="truncate text-muted text-[0.8125rem]">{label}</dt>
      <dd className="mt-0.5 flex flex-wrap items-baseline justify-between gap-x-2">
        {value === undefined ? (
          <Skeleton className="h-7 w-20" />
        ) : (
          <span className="font-semibold text-xl tabular-nums tracking-tight">{value}</span>
        )}
        {children}
      </dd>
    </div>
  )
}

function TileLink({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <button type="button" onClick={onClick} className="text-[0.8125rem] text-accent-ink hover:underline">
      {label}
    </button>
  )
}
