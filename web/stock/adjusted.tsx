'use client'
import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import { subtractDecimal } from '#engines/ground'
import { refusalText } from '#web/console/form/refusal-text.ts'
import { useAct } from '#web/data/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { useConfirm } from '#web/ui/confirm.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { useWords } from '#web/words/words.tsx'
import type { Booking } from './adjust.tsx'
import { Booked } from './booked.tsx'
import { useRequestKey } from './request-key.ts'

/** Adjustments stay as they are: one that was wrong is taken back by another one, the other way round. */
export function Adjusted({ booking, onNew }: { booking: Booking; onNew: () => void }) {
  const words = useWords('stock')
  const ui = useWords('ui')
  const confirm = useConfirm()
  const toast = useToast()
  const { key, answered } = useRequestKey()
  const [isUndone, setUndone] = useState(false)
  const undo = useAct(
    'POST /inventory/adjust',
    'inventory.stock',
    'inventory.move',
    'inventory.adjustment',
    'analytics',
  )
  const { answer, body } = booking
  const ask = async () => {
    const question = { title: words('adjust.undoAsk'), says: words('adjust.undoSays'), verb: words('adjust.undo') }
    if (!(await confirm(question))) return
    const lines = body.lines.map(({ productId, quantity, reason }) => ({
      ...{ productId, reason, quantity: subtractDecimal('0', quantity) },
    }))
    const { warehouseId } = body
    undo.mutate(
      { body: { warehouseId, lines, note: words('adjust.undoNote', { id: answer.id }) }, key },
      {
        onSuccess: () => {
          setUndone(true)
          toast({ text: words('adjust.undone') })
        },
        onError: (error) => {
          answered(error)
          toast({ kind: 'bad', text: refusalText(error, ui('unreachable')) })
        },
      },
    )
  }
  return (
    <Booked
      text={isUndone ? words('adjust.undone') : words('adjust.done', { count: body.lines.length })}
      entity="inventory.adjustment"
      id={answer.id}
      onNew={onNew}
      actions={
        !isUndone && (
          <Button isBusy={undo.isPending} onClick={() => void ask()} icon={<Undo2 aria-hidden className="size-4" />}>
            {words('adjust.undo')}
          </Button>
        )
      }
    />
  )
}
