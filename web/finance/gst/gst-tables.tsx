'use client'
import type { ReactNode } from 'react'
import { stateName } from '#engines/gst'
import type { FinanceGstAnswer } from '#sdk/finance'
import type { Money } from '#sdk/values'
import { Badge } from '#web/ui/badge.tsx'
import { Card } from '#web/ui/card.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { type Column, Table } from '#web/ui/table.tsx'
import { useWords } from '#web/words/words.tsx'
import { documentsPage } from './gst-page.ts'
import { buyerWords, rowWords, supplyWords, tableWord } from './gst-words.ts'

type Part = { report: FinanceGstAnswer }
type Figures = { taxable: Money; igst: Money; cgst: Money; sgst: Money; cess: Money }
const names = ['taxable', 'igst', 'cgst', 'sgst', 'cess'] as const

/** The columns of amounts, which every table of figures has. */
export function useFigures<Row extends Figures>(): Column<Row>[] {
  const words = useWords('finance')
  const format = useFormat()
  return names.map((name) => ({
    ...{ name, head: name === 'taxable' ? words('taxable') : headName(name), isFigure: true },
    cell: (row) => format.money(row[name]),
  }))
}

const headName = (head: string): string =>
  head === 'sgst' ? 'SGST/UTGST' : head === 'cess' ? 'Cess' : head.toUpperCase()

type SectionProps<Row> = {
  title: string
  rows: readonly Row[]
  columns: Column<Row>[]
  keyOf: (row: Row) => string
  action?: ReactNode
}

/** A table of the return; nothing where it has no rows. */
function Section<Row>({ title, rows, columns, keyOf, action }: SectionProps<Row>) {
  if (rows.length === 0) return null
  return (
    <Card isFlush title={title} action={action}>
      <Table caption={title} columns={columns} rows={rows} keyOf={keyOf} />
    </Card>
  )
}

export function Tables({ report }: Part) {
  const words = useWords('finance')
  const figures = useFigures<Part['report']['tables'][number]>()
  return (
    <Section
      title="GSTR-1"
      rows={report.tables}
      keyOf={({ table }) => table}
      columns={[
        {
          name: 'table',
          head: words('table'),
          cell: ({ table }) => (
            <Link href={documentsPage(report, { table })} className="font-medium hover:underline">
              {table} {words(tableWord(table))}
            </Link>
          ),
        },
        { name: 'documents', head: words('documents'), isFigure: true, cell: ({ documents }) => documents ?? '' },
        ...figures,
      ]}
    />
  )
}

export function Small({ report }: Part) {
  const words = useWords('finance')
  const figures = useFigures<Part['report']['small'][number]>()
  return (
    <Section
      title={`7 ${words(tableWord('7'))}`}
      rows={report.small}
      keyOf={({ supply, place, rate }) => `${supply} ${place} ${rate}`}
      columns={[
        {
          name: 'place',
          head: words('place'),
          cell: ({ place, rate }) => (
            <Link href={documentsPage(report, { table: '7', place, rate })} className="hover:underline">
              {place} {stateName(place)}
            </Link>
          ),
        },
        { name: 'rate', head: words('rate'), isFigure: true, cell: ({ rate }) => `${rate} %` },
        ...figures,
      ]}
    />
  )
}

export function Nil({ report }: Part) {
  const words = useWords('finance')
  const format = useFormat()
  return (
    <Section
      title={`8 ${words(tableWord('8'))}`}
      rows={report.nil}
      keyOf={({ supply, to }) => `${supply} ${to}`}
      columns={[
        {
          name: 'supply',
          head: words('supply'),
          cell: ({ supply, to }) => `${words(supplyWords[supply])}, ${words(buyerWords[to])}`,
        },
        ...(['nil', 'exempt', 'nonGst'] as const).map((name) => ({
          ...{ name, head: words(name), isFigure: true },
          cell: (row: Part['report']['nil'][number]) => format.money(row[name]),
        })),
      ]}
    />
  )
}

export function Hsn({ report }: Part) {
  const words = useWords('finance')
  const format = useFormat()
  const figures = useFigures<Part['report']['hsn'][number]>()
  return (
    <Section
      title={`12 ${words('hsnSummary')}`}
      rows={report.hsn}
      keyOf={({ tab, hsn, unit, rate }) => [tab, hsn, unit, rate].join()}
      columns={[
        { name: 'tab', head: words('supply'), cell: ({ tab }) => tab.toUpperCase() },
        { name: 'hsn', head: 'HSN', cell: ({ hsn }) => hsn || '–' },
        { name: 'rate', head: words('rate'), isFigure: true, cell: ({ rate }) => `${rate} %` },
        {
          name: 'quantity',
          head: words('quantity'),
          isFigure: true,
          cell: ({ quantity, unit }) => `${format.decimal(quantity ?? '0')} ${unit}`,
        },
        ...figures,
      ]}
    />
  )
}

export function Series({ report }: Part) {
  const words = useWords('finance')
  return (
    <Section
      title={`13 ${words('documentSeries')}`}
      rows={report.series}
      keyOf={({ from }) => from}
      columns={[
        { name: 'from', head: words('from'), cell: ({ from }) => from },
        { name: 'to', head: words('to'), cell: ({ to }) => to },
        {
          name: 'numbers',
          head: words('documents'),
          isFigure: true,
          cell: ({ numbers, skipped }) => numbers - skipped,
        },
        { name: 'skipped', head: words('skipped'), isFigure: true, cell: ({ skipped }) => skipped },
      ]}
    />
  )
}

export function Outward({ report }: Part) {
  const words = useWords('finance')
  const figures = useFigures<Part['report']['outward'][number]>()
  return (
    <Section
      title="GSTR-3B 3.1"
      rows={report.outward}
      keyOf={({ row }) => row}
      columns={[{ name: 'row', head: words('supply'), cell: ({ row }) => words(rowWords[row]) }, ...figures]}
    />
  )
}

export function Inter({ report }: Part) {
  const words = useWords('finance')
  const format = useFormat()
  return (
    <Section
      title="GSTR-3B 3.2"
      rows={report.interState}
      keyOf={({ to, place }) => `${to} ${place}`}
      columns={[
        { name: 'to', head: words('supply'), cell: ({ to }) => words(buyerWords[to]) },
        { name: 'place', head: words('place'), cell: ({ place }) => `${place} ${stateName(place)}` },
        { name: 'taxable', head: words('taxable'), isFigure: true, cell: ({ taxable }) => format.money(taxable) },
        { name: 'igst', head: 'IGST', isFigure: true, cell: ({ igst }) => format.money(igst) },
      ]}
    />
  )
}

/** The heads of the documents beside the accounts of the books. */
export function Books({ report }: Part) {
  const words = useWords('finance')
  const format = useFormat()
  const isEqual = report.ledger.every(({ documents, posted }) => !posted || posted.amount === documents.amount)
  return (
    <Section
      title={words('heads')}
      action={<Badge tone={isEqual ? 'good' : 'bad'}>{words(isEqual ? 'agrees' : 'differs')}</Badge>}
      rows={report.ledger}
      keyOf={({ head }) => head}
      columns={[
        { name: 'head', head: words('head'), cell: ({ head }) => headName(head) },
        { name: 'documents', head: words('documents'), isFigure: true, cell: (row) => format.money(row.documents) },
        {
          name: 'posted',
          head: words('inBooks'),
          isFigure: true,
          cell: (row) => (row.posted ? format.money(row.posted) : '–'),
        },
      ]}
    />
  )
}
