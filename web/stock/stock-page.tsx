'use client'
/** Where goods are, how they got there, and the work that puts it right. */
import dynamic from 'next/dynamic'
import { useMay } from '#web/data/me.ts'
import { PageHead } from '#web/ui/card.tsx'
import { SkeletonRows } from '#web/ui/states.tsx'
import { Tabs } from '#web/ui/tabs.tsx'
import { useWords } from '#web/words/words.tsx'
import { useStockAddress } from './address.ts'
import { Alerts } from './alerts.tsx'
import { Levels } from './levels.tsx'
import { Moves } from './moves.tsx'
import { useStockLive } from './use-stock-live.ts'

// Work is begun less often than looked at: its script comes when it is.
const loading = () => <SkeletonRows />
const Adjust = dynamic(() => import('./adjust.tsx').then((module) => module.Adjust), { loading })
const Transfer = dynamic(() => import('./transfer.tsx').then((module) => module.Transfer), { loading })
const Count = dynamic(() => import('./count.tsx').then((module) => module.Count), { loading })

export function StockPage() {
  const words = useWords('stock')
  const may = useMay()
  const { address, change } = useStockAddress()
  useStockLive()
  const tabs = [
    { id: 'levels', permission: 'inventory.stock.read', content: <Levels /> },
    { id: 'moves', permission: 'inventory.move.read', content: <Moves /> },
    { id: 'alerts', permission: 'inventory.stock.read', content: <Alerts /> },
    { id: 'adjust', permission: 'inventory.adjustment.adjust', content: <Adjust /> },
    { id: 'transfer', permission: 'inventory.transfer.transfer', content: <Transfer /> },
    { id: 'count', permission: 'inventory.adjustment.count', content: <Count /> },
  ] as const
  const shown = tabs.filter(({ permission }) => may(permission))
  const open = shown.some(({ id }) => id === address.tab) ? address.tab : (shown[0]?.id ?? '')
  return (
    <>
      <PageHead title={words('title')} says={words('says')} />
      <Tabs
        value={open}
        onChange={(tab) => change({ tab })}
        tabs={shown.map(({ id, content }) => ({ id, label: words(`tabs.${id}`), content }))}
      />
    </>
  )
}
