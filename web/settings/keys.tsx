'use client'
import { KeyRound, Plus } from 'lucide-react'
import { useState } from 'react'
import type { AuthListApiKeysAnswer } from '#sdk/auth'
import { useDoing } from '#web/console/doing.ts'
import { useMay } from '#web/data/me.ts'
import { useAct, useRoute } from '#web/data/queries.ts'
import { Pager } from '#web/people/pager.tsx'
import { Badge } from '#web/ui/badge.tsx'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { useConfirm } from '#web/ui/confirm.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Empty, Failure, SkeletonRows } from '#web/ui/states.tsx'
import { type Column, Table } from '#web/ui/table.tsx'
import { useWords } from '#web/words/words.tsx'
import { KeyDialog } from './key-dialog.tsx'

type Key = AuthListApiKeysAnswer
const rows = 50

/** Keys for programs: what they may do, when they were used, and their end. */
export function KeysSection() {
  const words = useWords('keys')
  const may = useMay()
  const [page, setPage] = useState(1)
  const [isMaking, setMaking] = useState(false)
  const keys = useRoute('auth.apiKey', 'GET /auth/api-keys', { query: { page, limit: rows } }, { keep: true })
  const columns = useColumns()
  const add = may('auth.apiKey.create') && (
    <Button size="sm" icon={<Plus aria-hidden className="size-3.5" />} onClick={() => setMaking(true)}>
      {words('new')}
    </Button>
  )
  return (
    <Card isFlush title={words('title')} action={add}>
      <p className="border-b px-4 py-2.5 text-muted">{words('says')}</p>
      {keys.isError ? (
        <Failure error={keys.error} retry={keys.refetch} />
      ) : !keys.data ? (
        <SkeletonRows rows={4} />
      ) : keys.data.data.length === 0 ? (
        <Empty title={words('none')} icon={<KeyRound aria-hidden className="size-5" />} />
      ) : (
        <>
          <Table caption={words('title')} columns={columns} rows={keys.data.data} keyOf={({ id }) => id} />
          <Pager pagination={keys.data.pagination} page={page} onPage={setPage} />
        </>
      )}
      {isMaking && <KeyDialog onClose={() => setMaking(false)} />}
    </Card>
  )
}

function useColumns(): Column<Key>[] {
  const words = useWords('keys')
  const format = useFormat()
  return [
    {
      name: 'name',
      head: words('name'),
      cell: ({ name, prefix, madeBy }) => (
        <>
          <span className="font-medium">{name}</span>
          <span className="block text-[0.8125rem] text-muted">
            <code dir="ltr">{prefix}…</code> · {madeBy}
          </span>
        </>
      ),
    },
    {
      name: 'scopes',
      head: words('scopes'),
      cell: ({ scopes }) => (
        <details>
          <summary className="cursor-pointer whitespace-nowrap">{words('count', { count: scopes.length })}</summary>
          <ul className="mt-1 font-mono text-muted text-xs" dir="ltr">
            {scopes.map((scope) => (
              <li key={scope}>{scope}</li>
            ))}
          </ul>
        </details>
      ),
    },
    { name: 'used', head: words('lastUsed'), cell: ({ lastUsedAt }) => format.moment(lastUsedAt) || words('never') },
    { name: 'state', head: words('state'), cell: (key) => <State of={key} /> },
    {
      name: 'acts',
      head: <span className="sr-only">{words('revoke')}</span>,
      cell: (key) => <Revoke of={key} />,
      className: 'text-end',
    },
  ]
}

const isOver = ({ expiresAt }: Key): boolean => typeof expiresAt === 'string' && Date.parse(expiresAt) <= Date.now()

function State({ of: key }: { of: Key }) {
  const words = useWords('keys')
  const format = useFormat()
  if (key.revokedAt) return <Badge tone="bad">{words('revoked')}</Badge>
  if (isOver(key)) return <Badge tone="warn">{words('expired')}</Badge>
  return (
    <>
      <Badge tone="good">{words('active')}</Badge>
      <span className="block pt-0.5 text-[0.8125rem] text-muted">
        {key.expiresAt ? words('until', { moment: format.moment(key.expiresAt) }) : words('endless')}
      </span>
    </>
  )
}

function Revoke({ of: key }: { of: Key }) {
  const words = useWords('keys')
  const may = useMay()
  const confirm = useConfirm()
  const { run, isBusy } = useDoing()
  const revoke = useAct('DELETE /auth/api-keys/:id', 'auth.apiKey')
  if (key.revokedAt || !may('auth.apiKey.delete')) return null
  const name = key.name ?? ''
  const ask = async () => {
    const title = words('askRevoke', { name })
    if (!(await confirm({ title, says: words('revokeSays'), verb: words('revoke'), isDangerous: true }))) return
    await run(() => revoke.mutateAsync({ params: { id: key.id } }), words('revokedNow', { name }))
  }
  return (
    <Button size="sm" isBusy={isBusy} aria-label={words('revokeOf', { name })} onClick={() => void ask()}>
      {words('revoke')}
    </Button>
  )
}
