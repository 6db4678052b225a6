'use client'
/** Paying by gift card and by store credit: what is there, and as much of it as is due. */
import { Gift, Wallet } from 'lucide-react'
import { useState } from 'react'
import type { StoredMethod } from '#engines/tender'
import type { AnswerOf } from '#sdk/client'
import { client } from '#web/data/client.ts'
import { useRoute } from '#web/data/queries.ts'
import { useTill } from '#web/till/core/context.tsx'
import { newId } from '#web/till/core/device.ts'
import { useStore } from '#web/till/core/store.ts'
import { Problem } from '#web/till/parts/problem.tsx'
import { useWork } from '#web/till/parts/use-work.ts'
import type { Tender } from '#web/till/values.ts'
import { Button } from '#web/ui/button.tsx'
import { Field, Input } from '#web/ui/field.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useWords } from '#web/words/words.tsx'

type Props = {
  /** Minor units that are still to be paid, or what was typed of them. */
  amount: number
  tenders: readonly Tender[]
  isBusy: boolean
  onPay: (method: StoredMethod, amount: number, reference?: string) => void
}

export function StoredPart(props: Props) {
  const words = useWords('till')
  const till = useTill()
  useStore(till.link.state)
  const { customer } = till.desk.state.get().cart
  if (!till.link.sellsOnline()) return <p className="text-[0.8125rem] text-muted">{words('stored.offline')}</p>
  return (
    <fieldset className="flex flex-col gap-2 border-t pt-3">
      <legend className="sr-only">{words('pay.gift_card')}</legend>
      <GiftCardPart {...props} />
      {customer && <CreditPart {...props} customerId={customer.id} />}
    </fieldset>
  )
}

type Card = AnswerOf<'POST /loyalty/gift-cards/look-up'>

function GiftCardPart({ amount, tenders, isBusy, onPay }: Props) {
  const words = useWords('till')
  const format = useFormat()
  const [code, setCode] = useState('')
  const [card, setCard] = useState<Card | undefined>()
  const work = useWork()
  const look = () =>
    work.run(async () => {
      setCard(undefined)
      setCard(await client.call('POST /loyalty/gift-cards/look-up', { body: { code }, key: newId() }))
    })
  const left = (card?.balance?.amount ?? 0) - spentOf(tenders, 'gift_card', code)
  const pays = card?.status === 'active' ? Math.min(amount, left) : 0
  const pay = () => {
    onPay('gift_card', pays, code)
    setCode('')
    setCard(undefined)
  }
  return (
    <>
      <div className="flex items-end gap-2">
        <Field label={words('stored.code')} className="flex-1">
          {(described) => (
            <Input
              {...described}
              className="h-12 font-mono uppercase"
              autoComplete="off"
              spellCheck={false}
              maxLength={40}
              value={code}
              onChange={(event) => {
                setCode(event.target.value)
                setCard(undefined)
              }}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return
                event.preventDefault()
                void look()
              }}
            />
          )}
        </Field>
        <Button size="lg" disabled={code.trim() === '' || isBusy} isBusy={work.isBusy} onClick={() => void look()}>
          {words('stored.look')}
        </Button>
      </div>
      {card?.balance && (
        <p role="status" className="flex justify-between text-[0.8125rem]">
          <span>{card.status === 'active' ? words('stored.holds') : words('stored.notUsable')}</span>
          <span className="tabular-nums">{format.money(card.balance)}</span>
        </p>
      )}
      {card?.balance && pays > 0 && (
        <Button size="lg" disabled={isBusy} icon={<Gift aria-hidden className="size-5" />} onClick={pay}>
          {words('stored.payCard', { amount: format.money({ ...card.balance, amount: pays }) })}
        </Button>
      )}
      <Problem>{work.problem}</Problem>
    </>
  )
}

function CreditPart({ amount, tenders, isBusy, onPay, customerId }: Props & { customerId: string }) {
  const words = useWords('till')
  const format = useFormat()
  const query = { limit: 1, filter: { customerId } }
  const { data } = useRoute('loyalty.storeCredit', 'GET /loyalty/store-credit', { query })
  const balance = data?.data[0]?.balance
  if (!balance || balance.amount === 0) return null
  const left = balance.amount - spentOf(tenders, 'store_credit')
  const pays = Math.min(amount, left)
  return (
    <Button
      size="lg"
      disabled={isBusy || pays <= 0}
      icon={<Wallet aria-hidden className="size-5" />}
      onClick={() => onPay('store_credit', pays)}
    >
      {words('stored.payCredit', {
        amount: format.money({ ...balance, amount: Math.max(pays, 0) }),
        balance: format.money({ ...balance, amount: left }),
      })}
    </Button>
  )
}

/** What this sale has already taken of it. */
const spentOf = (tenders: readonly Tender[], of: StoredMethod, code?: string): number =>
  tenders.reduce(
    (sum, { method, amount, reference }) => sum + (method === of && reference === code ? amount.amount : 0),
    0,
  )
