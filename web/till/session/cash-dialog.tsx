'use client'
import { useState } from 'react'
import { client } from '#web/data/client.ts'
import { useTill } from '#web/till/core/context.tsx'
import { newId } from '#web/till/core/device.ts'
import { MoneyField, useReadMoney } from '#web/till/parts/money-field.tsx'
import { Problem } from '#web/till/parts/problem.tsx'
import { useWork } from '#web/till/parts/use-work.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Field, Input } from '#web/ui/field.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useToast } from '#web/ui/toast.tsx'
import { useWords } from '#web/words/words.tsx'

/** Cash into the drawer or out of it beside sales, with its reason. */
export function CashDialog({ kind, onClose }: { kind: 'paid_in' | 'paid_out'; onClose: () => void }) {
  const words = useWords('till')
  const till = useTill()
  const toast = useToast()
  const format = useFormat()
  const [typed, setTyped] = useState('')
  const [reason, setReason] = useState('')
  const [moveId] = useState(newId)
  const work = useWork()
  const amount = useReadMoney(till.currency)(typed)
  const title = words(kind === 'paid_in' ? 'cash.in' : 'cash.out')
  const book = () =>
    work.run(async () => {
      const session = till.session.get()
      if (!amount || !session) return
      const body = { kind, amount, reason, moveId }
      await client.call('POST /pos/register-sessions/:id/cash', { params: { id: session.id }, body, key: moveId })
      toast({ text: `${title}: ${format.money(amount)}` })
      onClose()
    })
  return (
    <Dialog isOpen onClose={onClose} title={title} says={words('cash.says')} width="sm">
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          void book()
        }}
      >
        <MoneyField label={words('cash.amount')} value={typed} onChange={setTyped} currency={till.currency} autoFocus />
        <Field label={words('cash.reason')} isRequired>
          {(described) => (
            <Input
              {...described}
              className="h-12"
              value={reason}
              maxLength={400}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <Problem>{work.problem}</Problem>
        <Button
          look="primary"
          size="lg"
          type="submit"
          isBusy={work.isBusy}
          disabled={!amount || amount.amount <= 0 || reason.trim() === ''}
        >
          {words('cash.do')}
        </Button>
      </form>
    </Dialog>
  )
}
