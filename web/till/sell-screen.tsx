'use client'
import dynamic from 'next/dynamic'
import { useEffect, useMemo, useRef, useState } from 'react'
import { classes } from '#web/ui/classes.ts'
import { useFormat } from '#web/ui/format.ts'
import { useToast } from '#web/ui/toast.tsx'
import { useWords } from '#web/words/words.tsx'
import { add, linesMax, removeLine, step } from './cart/cart.rules.ts'
import { CartPanel } from './cart/cart-panel.tsx'
import { useTill } from './core/context.tsx'
import { newId } from './core/device.ts'
import { useStore } from './core/store.ts'
import { GoodsPanel } from './goods/goods-panel.tsx'
import { useShared } from './held/use-shared.ts'
import { Problem } from './parts/problem.tsx'
import { useKeys } from './parts/use-keys.ts'
import { keepWhatComesLater } from './place/shell.ts'
import { useScan } from './scan/use-scan.ts'
import type { ScreenDialog } from './screen.tsx'
import { SoldScreen } from './sell/sold-screen.tsx'
import { TenderDialog } from './sell/tender-dialog.tsx'
import { useSale } from './sell/use-sale.ts'
import { AlarmBar } from './status/alarm-bar.tsx'
import { TopBar } from './top-bar.tsx'
import type { BookGoods } from './values.ts'

const Dialogs = dynamic(() => import('./dialogs.tsx').then(({ Dialogs }) => Dialogs), { ssr: false })

/** Goods at one side, the cart at the other; on a phone one above the other's button. */
export function SellScreen({ onMove }: { onMove: () => void }) {
  const words = useWords('till')
  const till = useTill()
  const toast = useToast()
  const search = useRef<HTMLInputElement>(null)
  const [dialog, open] = useState<ScreenDialog | undefined>()
  const [isCartShown, showCart] = useState(false)
  const desk = useStore(till.desk.state)
  const book = useStore(till.book.state)
  const sale = useSale()
  useShared(sale.isPaying)
  useEffect(keepWhatComesLater, [])
  const { cart, selected } = desk
  // The book's revision is what the prices depend on beside the cart.
  const priced = useMemo(() => (book.revision < 0 ? till.price(cart) : till.price(cart)), [till, cart, book.revision])
  const { draft } = priced
  const addGoods = (goods: BookGoods, unit: string | null = null) => {
    if (cart.lines.length >= linesMax) return toast({ kind: 'bad', text: words('cart.full', { max: linesMax }) })
    const key = newId()
    till.desk.change((before) => add(before, { productId: goods.productId, unit, key }))
    const line = till.desk.state
      .get()
      .cart.lines.find((each) => each.productId === goods.productId && each.unit === unit)
    till.desk.select(line?.key ?? null)
  }
  const scan = (code: string) => {
    const match = till.book.index.byCode(code)
    if (match) addGoods(match.goods, match.unit)
    else toast({ kind: 'bad', text: words('scan.unknown', { code }) })
  }
  const isFree = !sale.isPaying && !sale.sold && !sale.isBusy
  useScan((code) => {
    if (isFree && (dialog === undefined || dialog === 'camera')) scan(code)
  }, dialog !== 'returns')
  const pay = async () => {
    if (draft && isFree) await sale.begin(draft)
  }
  const payExact = async () => {
    if (!draft || !isFree) return
    const amount = { amount: draft.total, currency: draft.currency }
    if (await sale.begin(draft)) await sale.pay(draft, [{ method: 'cash', amount }])
  }
  const move = (by: 1 | -1) => {
    const at = cart.lines.findIndex(({ key }) => key === selected)
    till.desk.select(cart.lines[Math.max(0, Math.min(cart.lines.length - 1, at < 0 ? 0 : at + by))]?.key ?? null)
  }
  const onLine = (run: (key: string) => void) => () => selected && run(selected)
  useKeys({
    ...{ F2: () => search.current?.focus(), F3: () => open('customer'), F4: () => open('held') },
    F7: () => till.may('sales.sale.return') && open('returns'),
    ...{ F8: () => void payExact(), F9: () => void pay(), ArrowDown: () => move(1), ArrowUp: () => move(-1) },
    '+': onLine((key) => till.desk.change((before) => step(before, key, 1))),
    '-': onLine((key) => till.desk.change((before) => step(before, key, -1))),
    '*': onLine(() => open('line')),
    Delete: onLine((key) => till.desk.change((before) => removeLine(before, key))),
  })
  const panels = 'min-h-0 min-w-0 flex-1 flex-col lg:flex'
  return (
    <div className="flex h-dvh flex-col overflow-hidden">
      <TopBar open={open} onMove={onMove} />
      <AlarmBar />
      {!sale.isPaying && sale.problem && (
        <div className="p-2">
          <Problem>{sale.problem}</Problem>
        </div>
      )}
      <main className="flex min-h-0 flex-1 lg:grid lg:grid-cols-[minmax(0,1fr)_minmax(24rem,28rem)]">
        <div className={classes(panels, isCartShown ? 'hidden' : 'flex')}>
          <GoodsPanel onAdd={addGoods} onScan={() => open('camera')} searchRef={search} />
        </div>
        <div className={classes(panels, 'border-s', isCartShown ? 'flex' : 'hidden')}>
          <CartPanel priced={priced} open={open} onPay={() => void pay()} onExact={() => void payExact()} />
        </div>
      </main>
      <PhoneSwitch isCartShown={isCartShown} total={draft?.total ?? 0} onSwitch={() => showCart(!isCartShown)} />
      {sale.isPaying && draft && !sale.sold && (
        <TenderDialog
          draft={draft}
          isBusy={sale.isBusy}
          problem={sale.problem}
          onPaid={(tenders) => void sale.pay(draft, tenders)}
          onClose={() => void (!sale.isBusy && sale.cancel())}
        />
      )}
      {sale.sold && (
        <SoldScreen
          sold={sale.sold}
          onNext={() => {
            sale.next()
            showCart(false)
          }}
        />
      )}
      {dialog && <Dialogs dialog={dialog} onScan={scan} onClose={() => open(undefined)} />}
    </div>
  )
}

/** On narrow screens one sees goods or cart; this goes to the other. */
function PhoneSwitch(props: { isCartShown: boolean; total: number; onSwitch: () => void }) {
  const { isCartShown, total, onSwitch } = props
  const words = useWords('till')
  const format = useFormat()
  const till = useTill()
  const { cart } = useStore(till.desk.state)
  return (
    <button
      type="button"
      onClick={onSwitch}
      className="flex h-14 shrink-0 items-center justify-between border-t bg-surface px-4 font-semibold lg:hidden"
    >
      <span>{isCartShown ? words('phone.goods') : words('phone.cart', { count: cart.lines.length })}</span>
      <span className="tabular-nums">{format.money({ amount: total, currency: till.currency })}</span>
    </button>
  )
}
