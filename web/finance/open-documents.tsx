'use client'
import { useSearchParams } from 'next/navigation'
import { useState } from 'react'
import type { FinanceOpenDocumentsAnswer } from '#sdk/finance'
import { useRoute } from '#web/data/queries.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Button } from '#web/ui/button.tsx'
import { Card, PageHead } from '#web/ui/card.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { Empty, Failure, SkeletonRows } from '#web/ui/states.tsx'
import { type Column, Table } from '#web/ui/table.tsx'
import { useWords } from '#web/words/words.tsx'
import { recordPage } from '../console/pages.ts'
import { isAge, type Side } from './ages.ts'

type Row = FinanceOpenDocumentsAnswer['rows'][number]

/** The documents behind a figure of the ageing report; each leads to the invoice, payment or sale that it is. */
export function OpenDocuments() {
  const words = useWords('finance')
  const search = useSearchParams()
  const [page, setPage] = useState(1)
  const side: Side = search.get('side') === 'payable' ? 'payable' : 'receivable'
  const [partyId, bucket, date] = [search.get('partyId'), search.get('bucket'), search.get('date')]
  const query = {
    ...{ side, page },
    ...(partyId ? { partyId } : {}),
    ...(isAge(bucket) ? { bucket } : {}),
    ...(date ? { date } : {}),
  }
  const report = useRoute('finance', 'GET /finance/reports/open-documents', { query }, { keep: true })
  const columns = useColumns(side)
  const { data } = report
  const party = partyId && data?.rows[0]?.name
  const title = [party || words(side), isAge(bucket) && words(`age.${bucket}`)].filter(Boolean).join(', ')
  return (
    <>
      <PageHead
        title={title}
        trail={
          <Link href="/finance" className="hover:underline">
            {words('title')}
          </Link>
        }
      />
      {report.isError ? (
        <Failure error={report.error} retry={report.refetch} />
      ) : (
        <Card isFlush title={words('openDocuments')}>
          {!data ? (
            <SkeletonRows />
          ) : data.rows.length === 0 ? (
            <Empty title={words('nothingOpen')}>{words('nothingOpenSays')}</Empty>
          ) : (
            <Table caption={words('openDocuments')} columns={columns} rows={data.rows} keyOf={({ id }) => id} />
          )}
          {data?.isMore && (
            <div className="border-t p-3 text-center">
              <Button isBusy={report.isFetching} onClick={() => setPage(page + 1)}>
                {words('more')}
              </Button>
            </div>
          )}
        </Card>
      )}
    </>
  )
}

function useColumns(side: Side): Column<Row>[] {
  const words = useWords('finance')
  const format = useFormat()
  return [
    {
      name: 'number',
      head: words('number'),
      cell: ({ sourceEntity, sourceId, number }) => (
        <Link href={recordPage(sourceEntity, sourceId)} className="font-medium hover:underline">
          {number}
        </Link>
      ),
    },
    { name: 'party', head: words(side === 'receivable' ? 'customer' : 'vendor'), cell: ({ name }) => name },
    {
      name: 'date',
      head: words('date'),
      cell: ({ issuedOn }) => format.date(issuedOn),
      className: 'whitespace-nowrap',
    },
    { name: 'due', head: words('dueOn'), cell: ({ dueOn }) => format.date(dueOn), className: 'whitespace-nowrap' },
    {
      name: 'age',
      head: words('daysOver'),
      isFigure: true,
      cell: ({ days, open }) => (days > 0 && open.amount > 0 ? <Badge tone="bad">{days}</Badge> : ''),
    },
    { name: 'amount', head: words('amount'), isFigure: true, cell: ({ amount }) => format.money(amount) },
    { name: 'open', head: words('open'), isFigure: true, cell: ({ open }) => format.money(open) },
  ]
}
