'use client'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useSearchParams } from 'next/navigation'
import { stateName } from '#engines/gst'
import type { FinanceGstDocumentsAnswer } from '#sdk/finance'
import { recordPage } from '#web/console/pages.ts'
import { client } from '#web/data/client.ts'
import { Button } from '#web/ui/button.tsx'
import { Card, PageHead } from '#web/ui/card.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { Empty, Failure, SkeletonRows } from '#web/ui/states.tsx'
import { type Column, Table } from '#web/ui/table.tsx'
import { useWords } from '#web/words/words.tsx'
import { useFigures } from './gst-tables.tsx'
import { tableWord } from './gst-words.ts'

type Row = FinanceGstDocumentsAnswer['documents'][number]

/** The sales and credit notes that a figure of the report is the sum of. */
export function GstDocuments() {
  const words = useWords('finance')
  const asked = Object.fromEntries(useSearchParams())
  const { table = '7' } = asked
  const documents = useInfiniteQuery({
    queryKey: ['finance', 'gst-documents', asked],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      client.send('GET /finance/reports/gst/documents', {
        query: { ...asked, table, limit: 100, ...(pageParam ? { cursor: pageParam } : {}) },
        signal,
      }) as Promise<FinanceGstDocumentsAnswer>,
    getNextPageParam: ({ cursor }) => cursor ?? undefined,
  })
  const rows = documents.data?.pages.flatMap((page) => page.documents)
  const title = `GSTR-1 ${table} ${words(tableWord(table))}`
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
      {documents.isError ? (
        <Failure error={documents.error} retry={documents.refetch} />
      ) : (
        <Card isFlush title={words('documents')}>
          {!rows ? <SkeletonRows /> : rows.length === 0 ? <Empty title={words('noDocuments')} /> : <Rows rows={rows} />}
          {documents.hasNextPage && (
            <div className="border-t p-3 text-center">
              <Button isBusy={documents.isFetchingNextPage} onClick={() => void documents.fetchNextPage()}>
                {words('more')}
              </Button>
            </div>
          )}
        </Card>
      )}
    </>
  )
}

function Rows({ rows }: { rows: readonly Row[] }) {
  const words = useWords('finance')
  const format = useFormat()
  const figures = useFigures<Row>()
  const columns: Column<Row>[] = [
    { name: 'date', head: words('date'), cell: ({ date }) => format.date(date), className: 'whitespace-nowrap' },
    {
      name: 'number',
      head: words('number'),
      cell: ({ entity, id, number }) => (
        <Link href={recordPage(entity, id)} className="font-medium whitespace-nowrap hover:underline">
          {number}
        </Link>
      ),
    },
    { name: 'buyer', head: 'GSTIN', cell: ({ buyerGstin }) => buyerGstin ?? '' },
    { name: 'place', head: words('place'), cell: ({ place, rule }) => `${place} ${stateName(place)} (${rule ?? ''})` },
    ...figures,
  ]
  return <Table caption={words('documents')} columns={columns} rows={rows} keyOf={({ id }) => id} />
}
