'use client'
import type { ReactNode } from 'react'
import type { Money } from '#sdk/values'
import { classes } from '#web/ui/classes.ts'
import { useFormat } from '#web/ui/format.ts'
import { type Column, Table } from '#web/ui/table.tsx'
import { useWords } from '#web/words/words.tsx'

type Tax = {
  code?: string | null
  label?: string | null
  percent?: string | null
  net: Money
  tax: Money
  components?: { code?: string | null; label?: string | null; tax?: Money | null }[] | null
}

type Off = { promotionId: string; name: string; coupon?: string | null; amount: number }

/** What promotions took off, which the rest is less already; net, tax and total, digit under digit. */
export function Totals({
  net,
  tax,
  total,
  discount,
  promotions,
}: {
  net: Money
  tax: Money
  total: Money
  discount?: Money | null | undefined
  promotions?: readonly Off[] | null | undefined
}) {
  const words = useWords('sale')
  const format = useFormat()
  return (
    <dl className="ms-auto w-full max-w-72 px-4 py-3">
      {discount && discount.amount > 0 && (
        <div className="mb-1 border-b pb-2">
          <Sum label={words('discounted')} money={discount} />
          {(promotions ?? []).map(({ promotionId, name, coupon, amount }) => (
            <div key={promotionId} className="flex justify-between gap-4 text-muted text-xs">
              <dt className="min-w-0 break-words">
                {name} {coupon && <span className="font-mono">{coupon}</span>}
              </dt>
              <dd className="tabular-nums">{format.money({ ...discount, amount })}</dd>
            </div>
          ))}
        </div>
      )}
      <Sum label={words('net')} money={net} />
      <Sum label={words('tax')} money={tax} />
      <Sum label={words('total')} money={total} isMain />
    </dl>
  )
}

export function Sum({ label, money, isMain }: { label: ReactNode; money: Money; isMain?: boolean }) {
  const format = useFormat()
  return (
    <div
      className={classes('flex justify-between gap-4 py-0.5', isMain && 'mt-1 border-t pt-2 font-semibold text-base')}
    >
      <dt className={isMain ? '' : 'text-muted'}>{label}</dt>
      <dd className="tabular-nums">{format.money(money)}</dd>
    </div>
  )
}

/** Taxes by rate, with the parts that are shown on their own. */
export function TaxTable({ taxes }: { taxes: readonly Tax[] }) {
  const words = useWords('sale')
  const format = useFormat()
  const rows = taxes.flatMap((tax, index) => [
    {
      key: `${index}`,
      name: nameOf(tax),
      percent: tax.percent,
      net: tax.net as Money | null,
      tax: tax.tax,
      isPart: false,
    },
    ...(tax.components ?? []).map((part, at) => ({
      ...{ key: `${index}.${at}`, name: part.label ?? part.code ?? '', percent: null, net: null, isPart: true },
      tax: part.tax ?? null,
    })),
  ])
  type Row = (typeof rows)[number]
  const columns: Column<Row>[] = [
    {
      ...{ name: 'name', head: words('taxName') },
      cell: ({ name, isPart }) => <span className={isPart ? 'ps-4 text-muted' : ''}>{name}</span>,
    },
    {
      name: 'percent',
      head: words('taxRate'),
      isFigure: true,
      cell: ({ percent }) => (percent ? format.percent(percent) : ''),
    },
    { name: 'net', head: words('net'), isFigure: true, cell: ({ net }) => format.money(net) },
    { name: 'tax', head: words('tax'), isFigure: true, cell: ({ tax }) => format.money(tax) },
  ]
  return <Table caption={words('taxes')} columns={columns} rows={rows} keyOf={({ key }) => key} />
}

const nameOf = ({ label, code }: Tax): string => label ?? code ?? ''
