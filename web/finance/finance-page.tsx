'use client'
import { useMay } from '#web/data/me.ts'
import { buttonClasses } from '#web/ui/button.tsx'
import { PageHead } from '#web/ui/card.tsx'
import { Link } from '#web/ui/link.tsx'
import { Tabs } from '#web/ui/tabs.tsx'
import { useWords } from '#web/words/words.tsx'
import { listPage } from '../console/pages.ts'
import { Ageing } from './ageing.tsx'
import { BalanceSheet } from './balance-sheet.tsx'
import { CashFlow } from './cash-flow.tsx'
import { GstReport } from './gst/gst-report.tsx'
import { ProfitLoss } from './profit-loss.tsx'
import { TrialBalance } from './trial-balance.tsx'

const lists = [
  { entity: 'finance.invoice', word: 'invoices' },
  { entity: 'finance.paymentEntry', word: 'payments' },
  { entity: 'finance.journalEntry', word: 'entries' },
] as const

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
    {
      id: 'balance-sheet',
      label: words('balanceSheet'),
      permission: 'finance.balanceSheet',
      content: <BalanceSheet />,
    },
    { id: 'cash-flow', label: words('cashFlow'), permission: 'finance.cashFlow', content: <CashFlow /> },
    ...(['receivable', 'payable'] as const).map((side) => ({
      ...{ id: side, label: words(side), permission: 'finance.ageing' },
      content: <Ageing side={side} />,
    })),
    { id: 'gst', label: words('gst'), permission: 'finance.gst', content: <GstReport /> },
  ]
  return (
    <>
      <PageHead
        title={words('title')}
        actions={lists
          .filter(({ entity }) => may(`${entity}.read`))
          .map(({ entity, word }) => (
            <Link key={entity} href={listPage(entity)} className={buttonClasses('plain')}>
              {words(word)}
            </Link>
          ))}
      />
      <Tabs tabs={tabs.filter(({ permission }) => may(permission))} />
    </>
  )
}
