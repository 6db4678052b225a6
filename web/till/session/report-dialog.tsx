'use client'
import { type SessionForReceipt, sessionReceiptOf } from '#engines/receipt'
import type { AnswerOf } from '#sdk/client'
import { useRoute } from '#web/data/queries.ts'
import { useTill } from '#web/till/core/context.tsx'
import { nowIso } from '#web/till/core/device.ts'
import { useStore } from '#web/till/core/store.ts'
import { headerOf } from '#web/till/receipt/header.ts'
import { PrintButtons } from '#web/till/receipt/print-buttons.tsx'
import { ReceiptPaper } from '#web/till/receipt/receipt-paper.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Failure, SkeletonRows } from '#web/ui/states.tsx'
import { useLanguage, useWords } from '#web/words/words.tsx'

type Report = AnswerOf<'GET /pos/register-sessions/:id/report'>

/** The figures of a session so far (X), or at its end (Z). What should be in the drawer is said only at the end. */
export function ReportDialog({ sessionId, onClose }: { sessionId: string; onClose: () => void }) {
  const words = useWords('till')
  const till = useTill()
  const { language } = useLanguage()
  const { head } = useStore(till.book.state)
  const { data, error, refetch } = useRoute('pos.registerSession', 'GET /pos/register-sessions/:id/report', {
    params: { id: sessionId },
  })
  const document = data && head ? sessionReceiptOf(sessionOf(data), headerOf(head), { language }) : undefined
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words(data?.kind === 'Z' ? 'report.z' : 'report.x')}
      width="sm"
      foot={
        <Button size="lg" look="primary" onClick={onClose}>
          {words('done')}
        </Button>
      }
    >
      {error ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : document ? (
        <div className="flex flex-col gap-4">
          <ReceiptPaper document={document} />
          <PrintButtons document={document} what={{ kind: 'session', id: sessionId }} />
        </div>
      ) : (
        <SkeletonRows rows={10} />
      )}
    </Dialog>
  )
}

function sessionOf({ kind, session, sales, returns, tenders, paidIn, paidOut, expected }: Report): SessionForReceipt {
  const { currency } = session.openingFloat
  const none = { amount: 0, currency }
  const isClosed = kind === 'Z'
  return {
    kind: isClosed ? 'z' : 'x',
    registerName: session.registerName ?? null,
    ...{ openedAt: session.openedAt, openedBy: session.openedByName, at: nowIso() },
    ...{ closedAt: session.closedAt ?? null, closedBy: session.closedByName ?? null },
    sales: { count: sales.count, total: sales.total ?? none },
    returns: { count: returns.count, total: returns.total ?? none },
    tax: { amount: (sales.tax?.amount ?? 0) - (returns.tax?.amount ?? 0), currency },
    tenders: (tenders ?? []).map(({ method, taken, refunded }) => ({
      method,
      amount: { amount: taken.amount - refunded.amount, currency },
    })),
    cash: {
      ...{ opening: session.openingFloat, paidIn, paidOut, expected },
      ...{ counted: session.counted ?? null, variance: session.variance ?? null },
    },
    note: session.reason ?? null,
  }
}
