'use client'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useSearchParams } from 'next/navigation'
import { useState } from 'react'
import type { FinanceAccountStatementAnswer } from '#sdk/finance'
import { client } from '#web/data/client.ts'
import { Button } from '#web/ui/button.tsx'
import { Card, PageHead } from '#web/ui/card.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { Empty, Failure, SkeletonRows } from '#web/ui/states.tsx'
import { type Column, Table } from '#web/ui/table.tsx'
import { useWords } from '#web/words/words.tsx'
import { recordPage } from '../console/pages.ts'
import { DayRange, type Days } from './day-range.tsx'

type Line = FinanceAccountStatementAnswer['lines'][number]
const pageSize = 100

/** What was posted to an account, line by line with the balance after each; every line leads to its entry. */
export function AccountStatement({ id }: { id: string }) {
  const words = useWords('finance')
  const search = useSearchParams()
  const [days, setDays] = useState<Days>({
    from: search.get('from') ?? undefined,
    to: search.get('to') ?? undefined,
  })
  const statement = useInfiniteQuery({
    queryKey: ['finance', 'statement', id, days],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      client.call('GET /finance/reports/account-statement', {
        query: { accountId: id, limit: pageSize, ...days, ...(pageParam ? { cursor: pageParam } : {}) },
        signal,
      }),
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  const first = statement.data?.pages[0]
  const lines = statement.data?.pages.flatMap((page) => page.lines) ?? []
  const title = first?.account ? `${first.account.code} ${first.account.name}` : words('statement')
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
      <DayRange days={days} onChange={setDays} shown={first} />
      {statement.isError ? (
        <Failure error={statement.error} retry={statement.refetch} />
      ) : (
        <Card isFlush title={words('statement')} action={first && <Balances statement={first} />}>
          {!first ? <SkeletonRows /> : lines.length === 0 ? <Empty title={words('empty')} /> : <Lines lines={lines} />}
          {statement.hasNextPage && (
            <div className="border-t p-3 text-center">
              <Button isBusy={statement.isFetchingNextPage} onClick={() => void statement.fetchNextPage()}>
                {words('more')}
              </Button>
            </div>
          )}
        </Card>
      )}
    </>
  )
}

function Balances({ statement }: { statement: FinanceAccountStatementAnswer }) {
  const words = useWords('finance')
  const format = useFormat()
  return (
    <dl className="flex flex-wrap gap-x-4 text-[0.8125rem]">
      {(['opening', 'closing'] as const).map((name) => (
        <div key={name} className="flex gap-1.5">
          <dt className="text-muted">{words(`${name}Balance`)}</dt>
          <dd className="font-medium tabular-nums">{format.money(statement[name])}</dd>
        </div>
      ))}
    </dl>
  )
}

function Lines({ lines }: { lines: readonly Line[] }) {
  const words = useWords('finance')
  const format = useFormat()
  const columns: Column<Line>[] = [
    {
      name: 'date',
      head: words('date'),
      cell: ({ businessDate }) => format.date(businessDate),
      className: 'whitespace-nowrap',
    },
    {
      name: 'memo',
      head: words('memo'),
      cell: ({ entryId, memo }) => (
        <Link href={recordPage('finance.journalEntry', entryId)} className="hover:underline">
          {memo ?? words('entries')}
        </Link>
      ),
    },
    {
      name: 'debit',
      head: words('debit'),
      isFigure: true,
      cell: ({ amount }) => (amount.amount > 0 ? format.money(amount) : ''),
    },
    {
      name: 'credit',
      head: words('credit'),
      isFigure: true,
      cell: ({ amount }) => (amount.amount < 0 ? format.money({ ...amount, amount: -amount.amount }) : ''),
    },
    { name: 'balance', head: words('balance'), isFigure: true, cell: ({ balance }) => format.money(balance) },
  ]
  return <Table caption={words('statement')} columns={columns} rows={lines} keyOf={({ id }) => id} />
}
