'use client'
import { Camera, Search, X } from 'lucide-react'
import { type KeyboardEvent, type Ref, useDeferredValue, useMemo, useState } from 'react'
import { useTill } from '#web/till/core/context.tsx'
import { useStore } from '#web/till/core/store.ts'
import type { BookGoods } from '#web/till/values.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { Input } from '#web/ui/field.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Empty, Failure, SkeletonRows } from '#web/ui/states.tsx'
import { useWords } from '#web/words/words.tsx'
import { idsBelow } from './categories.rules.ts'
import { Categories } from './categories.tsx'
import { Tiles } from './tiles.tsx'

const portion = 60

/** Goods to choose from: by words, by category, by touch. */
export function GoodsPanel({
  onAdd,
  onScan,
  searchRef,
}: {
  onAdd: (goods: BookGoods, unit?: string | null) => void
  onScan: () => void
  searchRef: Ref<HTMLInputElement>
}) {
  const words = useWords('till')
  const till = useTill()
  const book = useStore(till.book.state)
  const [typed, setTyped] = useState('')
  const [categoryId, setCategory] = useState<string | null>(null)
  const [limit, setLimit] = useState(portion)
  const searched = useDeferredValue(typed)
  const { revision, categories } = book
  const found = useMemo(() => {
    const categoryIds = categoryId ? idsBelow(categories, categoryId) : undefined
    // Goods that change look again.
    return revision < 0 ? [] : till.book.index.search({ words: searched, categoryIds, limit: limit + 1 })
  }, [till, searched, categoryId, categories, limit, revision])
  const shown = found.slice(0, limit)
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setTyped('')
    if (event.key !== 'Enter' || typed.trim() === '') return
    event.preventDefault()
    const match = till.book.index.byCode(typed)
    const [first] = till.book.index.search({ words: typed, limit: 1 })
    if (match) onAdd(match.goods, match.unit)
    else if (first) onAdd(first)
    if (match || first) setTyped('')
  }
  return (
    <section aria-label={words('goods.label')} className="flex min-h-0 min-w-0 flex-1 flex-col">
      <div className="flex gap-2 p-3 pb-2">
        <div className="min-w-0 flex-1">
          <Input
            ref={searchRef}
            type="search"
            aria-label={words('goods.search')}
            placeholder={words('goods.search')}
            autoComplete="off"
            enterKeyHint="search"
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value)
              setLimit(portion)
            }}
            onKeyDown={press}
            className="h-11 text-base"
            before={<Search aria-hidden className="size-4.5" />}
          />
        </div>
        {typed && (
          <IconButton
            size="lg"
            look="plain"
            label={words('goods.clear')}
            icon={<X aria-hidden className="size-5" />}
            onClick={() => setTyped('')}
          />
        )}
        <IconButton
          size="lg"
          look="plain"
          label={words('goods.camera')}
          icon={<Camera aria-hidden className="size-5" />}
          onClick={onScan}
        />
      </div>
      <Categories all={categories} chosen={categoryId} onChoose={setCategory} />
      <div className="min-h-0 flex-1 overflow-y-auto px-3 pb-3">
        {book.status === 'ready' ? (
          <>
            {shown.length === 0 ? (
              <Empty title={words('goods.none')}>{words('goods.noneSays')}</Empty>
            ) : (
              <Tiles goods={shown} onAdd={onAdd} />
            )}
            {found.length > limit && (
              <div className="pt-3 text-center">
                <Button size="lg" onClick={() => setLimit(limit + portion)}>
                  {words('goods.more')}
                </Button>
              </div>
            )}
          </>
        ) : (
          <BookComing />
        )}
      </div>
    </section>
  )
}

/** The book on its way to this device, for the first time. */
function BookComing() {
  const words = useWords('till')
  const format = useFormat()
  const till = useTill()
  const { status, loaded, error } = useStore(till.book.state)
  if (status === 'failed') return <Failure error={error} retry={() => void till.book.refresh()} />
  return (
    <div className="py-6">
      <p role="status" className="px-4 font-medium">
        {words('goods.loading', { count: format.decimal(loaded) })}
      </p>
      <SkeletonRows rows={8} />
    </div>
  )
}
