'use client'
import { useMay } from '#web/data/me.ts'
import { buttonClasses } from '#web/ui/button.tsx'
import { PageHead } from '#web/ui/card.tsx'
import { Link } from '#web/ui/link.tsx'
import { Tabs } from '#web/ui/tabs.tsx'
import { useWords } from '#web/words/words.tsx'
import { listPage } from '../console/pages.ts'
import { ProfitLoss } from './profit-loss.tsx'
import { TrialBalance } from './trial-balance.tsx'

/** The reports of the books; every figure leads to the lines that it is the sum of, and those to their documents. */
export function FinancePage() {
  const words = useWords('finance')
  const may = useMay()
  const tabs = [
    {
      id: 'trial-balance',
      label: words('trialBalance'),
      permission: 'finance.trialBalance',
      content: <TrialBalance />,
    },
    { id: 'profit-loss', label: words('profitLoss'), permission: 'finance.profitLoss', content: <ProfitLoss /> },
  ]
  return (
    <>
      <PageHead
        title={words('title')}
        actions={
          may('finance.journalEntry.read') && (
            <Link href={listPage('finance.journalEntry')} className={buttonClasses('plain')}>
              {words('entries')}
            </Link>
          )
        }
      />
      <Tabs tabs={tabs.filter(({ permission }) => may(permission))} />
    </>
  )
}
