'use client'
import { useState } from 'react'
import type { AnswerOf } from '#sdk/client'
import { ApiRefusal, client } from '#web/data/client.ts'
import { useTill } from '#web/till/core/context.tsx'
import { newId } from '#web/till/core/device.ts'
import { useStore } from '#web/till/core/store.ts'
import { Problem } from '#web/till/parts/problem.tsx'
import { useWork } from '#web/till/parts/use-work.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Field, Textarea } from '#web/ui/field.tsx'
import { useWords } from '#web/words/words.tsx'
import { CashCount, type Counted } from './cash-count.tsx'

/** The blind count: what should be there is not shown before somebody has said what is. */
export function CloseDialog({
  onClose,
  onClosed,
}: {
  onClose: () => void
  onClosed: (session: AnswerOf<'POST /pos/register-sessions/:id/close'>) => void
}) {
  const words = useWords('till')
  const till = useTill()
  const { count: waiting, isOnline } = useStore(till.link.state)
  const [counted, setCounted] = useState<Counted | undefined>()
  const [reason, setReason] = useState('')
  const [needsReason, setNeedsReason] = useState(false)
  const work = useWork()
  const close = () =>
    work.run(async () => {
      const session = till.session.get()
      if (!counted || !session) return
      const { amount, denominations } = counted
      const body = {
        ...{ counted: amount, waiting },
        ...(denominations ? { denominations } : {}),
        ...(reason.trim() ? { reason: reason.trim() } : {}),
      }
      try {
        const { id } = session
        onClosed(await client.call('POST /pos/register-sessions/:id/close', { params: { id }, body, key: newId() }))
      } catch (error) {
        if (error instanceof ApiRefusal && error.code === 'VARIANCE_REASON_REQUIRED') return setNeedsReason(true)
        throw error
      }
    })
  const isBlocked = waiting > 0 || !isOnline
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words('close.title')}
      says={words('close.says')}
      foot={
        <>
          <Button size="lg" onClick={onClose}>
            {words('cancel')}
          </Button>
          <Button
            size="lg"
            look="primary"
            isBusy={work.isBusy}
            disabled={!counted || isBlocked || (needsReason && reason.trim() === '')}
            onClick={() => void close()}
          >
            {words('close.do')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {isBlocked && (
          <Problem>{isOnline ? words('close.waiting', { count: waiting }) : words('close.offline')}</Problem>
        )}
        <CashCount label={words('close.counted')} currency={till.currency} onChange={setCounted} />
        {needsReason && (
          <>
            <Problem>{words('close.differs')}</Problem>
            <Field label={words('close.reason')} isRequired>
              {(described) => (
                <Textarea
                  {...described}
                  value={reason}
                  maxLength={400}
                  onChange={(event) => setReason(event.target.value)}
                />
              )}
            </Field>
          </>
        )}
        <Problem>{work.problem}</Problem>
      </div>
    </Dialog>
  )
}
