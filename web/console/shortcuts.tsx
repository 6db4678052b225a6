'use client'
/** What can be done by keys on the page that is open. Pages say it with `useShortcut`, `?` shows it. */
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useMay } from '#web/data/me.ts'
import { Dialog } from '#web/ui/dialog.tsx'
import { Checkbox } from '#web/ui/field.tsx'
import { Kbd } from '#web/ui/kbd.tsx'
import { useLabel, useWords } from '#web/words/words.tsx'
import { useGo } from './form/leaving.ts'
import { listPage } from './pages.ts'
import { keyOf, type Shortcut, shortcuts } from './shortcut-keys.ts'

type Options = {
  /** Everywhere, or on the page that offers it. */
  group?: Shortcut['group']
  isEnabled?: boolean
  /** Goes on while the key is held down. */
  repeats?: boolean
}

/**
 * Offers `run` by keys: `n`, `g p` (one after the other), `mod+k` (Ctrl, or the Mac's command key). Keys without `mod`
 * do nothing while somebody types, or while a dialog or a menu is open.
 */
export function useShortcut(
  keys: string,
  label: string,
  run: () => void,
  { group = 'here', isEnabled = true, repeats = false }: Options = {},
): void {
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  useEffect(() => {
    if (!isEnabled) return
    return shortcuts.add({ keys, label, group, repeats, run: () => latest.current() })
  }, [keys, label, group, repeats, isEnabled])
}

/** Listens to the keys, knows the ways to the main places, and shows what there is. Stands once in the shell. */
export function Shortcuts() {
  const words = useWords('shortcuts')
  const label = useLabel()
  const may = useMay()
  const goNow = useGo()
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    const press = shortcuts.listener()
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
  useEffect(() => shortcuts.onShow(() => setOpen(true)), [])
  const go = (path: string) => () => goNow(path)
  const general = { group: 'everywhere' } as const
  const goTo = (entity: string) => ({ ...general, isEnabled: may(`${entity}.read`) })
  useShortcut('?', words('title'), () => setOpen(true), general)
  useShortcut('g d', words('go', { place: words('dashboard') }), go('/'), general)
  useShortcut(
    'g p',
    words('go', { place: label('Products') }),
    go(listPage('catalog.product')),
    goTo('catalog.product'),
  )
  useShortcut('g s', words('go', { place: label('Sales') }), go(listPage('sales.sale')), goTo('sales.sale'))
  useShortcut('g c', words('go', { place: label('Customers') }), go(listPage('crm.customer')), goTo('crm.customer'))
  useShortcut('g i', words('go', { place: label('Stock') }), go(listPage('inventory.stock')), goTo('inventory.stock'))
  useShortcut('g a', words('go', { place: label('Audit log') }), go(listPage('audit.entry')), goTo('audit.entry'))
  useShortcut('g t', words('go', { place: words('till') }), go('/till'), {
    ...general,
    isEnabled: may('sales.sale.sell'),
  })
  return (
    <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={words('title')} width="lg">
      <Offered />
    </Dialog>
  )
}

function Offered() {
  const words = useWords('shortcuts')
  const all = useSyncExternalStore(shortcuts.subscribe, shortcuts.all, shortcuts.all)
  const areOn = useSyncExternalStore(shortcuts.subscribe, shortcuts.areOn, () => true)
  return (
    <>
      <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
        {(['here', 'everywhere'] as const).map((group) => {
          const offered = all.filter((each) => each.group === group)
          return (
            offered.length > 0 && (
              <section key={group}>
                <h3 className="mb-1 font-medium text-muted text-xs">{words(group)}</h3>
                <ul>
                  {offered.map(({ keys, label }) => (
                    <li key={keys} className="flex items-center gap-3 border-b py-1.5 last:border-0">
                      <span className="min-w-0 flex-1">{label}</span>
                      <Keys keys={keys} />
                    </li>
                  ))}
                </ul>
              </section>
            )
          )
        })}
      </div>
      <div className="mt-5 border-t pt-3">
        <Checkbox
          label={words('single')}
          checked={areOn}
          onChange={(event) => shortcuts.turn(event.currentTarget.checked)}
        />
        <p className="ms-6 text-[0.8125rem] text-muted">{words('singleSays')}</p>
      </div>
    </>
  )
}

/** `g p` as the keys that are pressed; always from the left, as keyboards are. */
export function Keys({ keys }: { keys: string }) {
  return (
    <span dir="ltr" className="flex shrink-0 gap-1">
      {keys
        .split(' ')
        .flatMap((press) => press.split('+').map((key) => <Kbd key={`${press} ${key}`}>{keyOf(key)}</Kbd>))}
    </span>
  )
}
