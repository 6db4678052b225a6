'use client'
import { EllipsisVertical } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { AccountMenu } from '#web/console/account-menu.tsx'
import { IconButton } from '#web/ui/button.tsx'
import { Mark } from '#web/ui/mark.tsx'
import { Menu, type MenuItem } from '#web/ui/menu.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { useWords } from '#web/words/words.tsx'
import { useTill } from './core/context.tsx'
import { forgetPlace } from './core/device.ts'
import { wordsOf } from './core/fault.ts'
import { useStore } from './core/store.ts'
import { openDrawer, readPrinter } from './receipt/printing.ts'
import type { ScreenDialog } from './screen.tsx'
import { LinkPill } from './status/link-pill.tsx'

/** Where one is, how the line is, and everything that is not selling. */
export function TopBar({ open, onMove }: { open: (what: ScreenDialog) => void; onMove: () => void }) {
  const words = useWords('till')
  const till = useTill()
  const router = useRouter()
  const toast = useToast()
  const { isOnline, count } = useStore(till.link.state)
  const { shopName, registerName } = till.place
  const offline = { isDisabled: !isOnline }
  const pulse = () => {
    const printer = readPrinter()
    if (printer.kind === 'browser') return toast({ kind: 'bad', text: words('menu.noDrawer') })
    openDrawer(printer).catch((error: unknown) => toast({ kind: 'bad', text: wordsOf(error, words('menu.noDrawer')) }))
  }
  const items: MenuItem[] = [
    ...(till.may('sales.sale.return')
      ? [{ label: words('menu.returns'), hint: 'F7', ...offline, run: () => open('returns') }]
      : []),
    { label: words('menu.drawer'), run: pulse },
    { label: words('menu.printer'), run: () => open('printer') },
    'line',
    { label: words('cash.in'), ...offline, run: () => open('paid-in') },
    { label: words('cash.out'), ...offline, run: () => open('paid-out') },
    ...(till.may('pos.registerSession.report')
      ? [{ label: words('menu.report'), ...offline, run: () => open('report') }]
      : []),
    { label: words('menu.close'), ...offline, run: () => open('close') },
    'line',
    { label: words('menu.refresh'), ...offline, run: () => void till.book.refresh() },
    {
      label: words('menu.move'),
      // Sales that wait are of this register, and leave from here.
      isDisabled: count > 0,
      run: () => {
        forgetPlace()
        onMove()
      },
    },
    { label: words('menu.leave'), ...offline, run: () => router.push('/') },
  ]
  return (
    <header className="flex shrink-0 items-center gap-2 border-b bg-surface px-3 py-1.5">
      <Mark className="size-7 shrink-0" />
      <h1 className="min-w-0 flex-1 truncate font-semibold">
        <span className="sr-only">{words('title')} </span>
        {registerName}
        <span className="font-normal text-muted max-sm:hidden"> · {shopName}</span>
      </h1>
      <LinkPill />
      <AccountMenu />
      <Menu
        items={items}
        trigger={
          <IconButton
            size="lg"
            look="plain"
            label={words('menu.label')}
            icon={<EllipsisVertical aria-hidden className="size-5" />}
          />
        }
      />
    </header>
  )
}
