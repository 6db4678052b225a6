'use client'
/** A return while it is filled in: what comes back, what that is worth, what is wrong with it, and making it. */
import { useState } from 'react'
import { compareDecimal } from '#engines/ground'
import type { SalesSaleReadAnswer, SalesSaleReturnAnswer } from '#sdk/sales'
import { marksOf } from '#web/console/inputs/numbers.rules.ts'
import { type BodyOf, useAct, useRoute } from '#web/data/queries.ts'
import { useRequestKey } from '#web/stock/request-key.ts'
import { useFaults } from '#web/stock/use-faults.ts'
import { useFormat } from '#web/ui/format.ts'
import { useLocale, useWords } from '#web/words/words.tsx'
import type { RefundWish } from './refund-fields.tsx'
import { type BackRow, backOf, type RefundFault, readRows, refundsOf } from './return.rules.ts'
import { useBalances } from './use-balances.ts'

const touched = ['sales.sale', 'sales.creditNote', 'inventory.stock', 'inventory.move', 'analytics']

export function useReturn(sale: SalesSaleReadAnswer, onReturned: (note: SalesSaleReturnAnswer) => void) {
  const marks = marksOf(useLocale())
  const { currency } = sale.total
  const [rows, setRows] = useState<Readonly<Record<string, BackRow>>>({})
  const [reason, setReason] = useState('')
  const [wish, setWish] = useState<RefundWish>({ isAsPaid: true, amounts: {} })
  const [chosenRegister, setRegister] = useState<string | undefined>()
  const registers = useRegisters(sale.shopId)
  const registerId = chosenRegister ?? sale.registerId ?? registers[0]?.id ?? ''
  const balances = useBalances(sale)
  const faults = useFaults()
  const { key, answered } = useRequestKey()
  const act = useAct('POST /erp/sales/:id/returns', ...touched)
  const lines = readRows(sale.lines, rows, marks)
  const chosen = lines.filter(({ quantity, isWrong }) => !isWrong && compareDecimal(quantity, '0') > 0)
  const back = backOf(chosen)
  const amounts = wish.isAsPaid ? undefined : wish.amounts
  const refunds = refundsOf(amounts, { back, currency, marks, balances: balances ?? [] })
  const left = balances?.reduce((sum, each) => sum + each.left, 0)
  const fault: RefundFault | undefined =
    left !== undefined && back > left ? { kind: 'tooMuch', left } : chosen.length > 0 ? refunds.fault : undefined
  const isReady = chosen.length > 0 && !lines.some(({ isWrong }) => isWrong) && !fault && registerId !== ''
  const give = () => {
    if (!isReady) return
    const body: BodyOf<'POST /erp/sales/:id/returns'> = {
      registerId,
      lines: chosen.map(({ line, quantity, restock }) => ({
        ...{ saleLineId: line.id, quantity, restock },
        ...(reason.trim() ? { reason: reason.trim() } : {}),
      })),
      ...(refunds.given ? { refunds: refunds.given } : {}),
    }
    act.mutate(
      { params: { id: sale.id }, body, key },
      { onSuccess: onReturned, onError: faults.refuse, onSettled: (_, error) => answered(error) },
    )
  }
  return {
    ...{ lines, back, isReady, give, isBusy: act.isPending, faults, fault, currency },
    ...{ reason, setReason, wish, setWish, registers, registerId, setRegister, balances },
    change: (id: string, part: Partial<BackRow>) =>
      setRows({ ...rows, [id]: { ...{ typed: '', restock: true }, ...rows[id], ...part } }),
  }
}

function useRegisters(shopId: string) {
  const query = { limit: 100, sort: 'name', filter: { shopId, status: 'active' } } as const
  return useRoute('shops.register', 'GET /registers', { query }).data?.data ?? []
}

/** What is wrong with how the money goes back, in words. */
export function useFaultText(back: number, currency: string): (fault: RefundFault | undefined) => string | undefined {
  const words = useWords('sale')
  const format = useFormat()
  const money = (amount: number) => format.money({ amount, currency })
  return (fault) => {
    switch (fault?.kind) {
      case undefined:
        return undefined
      case 'number':
        return words('back.noAmount')
      case 'sum':
        return words('back.sum', { back: money(back) })
      case 'over':
        return words('back.over', { method: words(`method.${fault.method}`), left: money(fault.left) })
      case 'tooMuch':
        return words('back.tooMuch', { left: money(fault.left) })
    }
  }
}
