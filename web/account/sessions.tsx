'use client'
import { Monitor, Smartphone } from 'lucide-react'
import type { AuthListSessionsAnswer } from '#sdk/auth'
import { useDoing } from '#web/console/doing.ts'
import { client } from '#web/data/client.ts'
import { useRefresh, useRoute } from '#web/data/queries.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { useConfirm } from '#web/ui/confirm.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Failure, SkeletonRows } from '#web/ui/states.tsx'
import { useWords } from '#web/words/words.tsx'
import { deviceOf } from './device.rules.ts'

type Session = AuthListSessionsAnswer
const most = 200

/** Where one is signed in. Ending a session elsewhere ends its pages within seconds. */
export function Sessions() {
  const words = useWords('account')
  const confirm = useConfirm()
  const refresh = useRefresh()
  const { run, isBusy } = useDoing()
  const sessions = useRoute('auth.session', 'GET /auth/sessions', { query: { limit: most } })
  const others = sessions.data?.data.filter(({ current }) => !current) ?? []
  const end = async (which: readonly Session[]) => {
    // One that ended by itself meanwhile is what was wanted.
    await Promise.allSettled(which.map(({ id }) => client.call('DELETE /auth/sessions/:id', { params: { id } })))
    await refresh('auth.session')
  }
  const endOthers = async () => {
    const title = words('askEndOthers')
    if (!(await confirm({ title, says: words('endOthersSays'), verb: words('endOthers'), isDangerous: true }))) return
    await run(() => end(others), words('othersEnded', { count: others.length }))
  }
  return (
    <Card
      isFlush
      title={words('sessions')}
      action={
        others.length > 0 && (
          <Button size="sm" isBusy={isBusy} onClick={() => void endOthers()}>
            {words('endOthers')}
          </Button>
        )
      }
    >
      {sessions.isError ? (
        <Failure error={sessions.error} retry={sessions.refetch} />
      ) : !sessions.data ? (
        <SkeletonRows rows={3} />
      ) : (
        <ul>
          {sessions.data.data.map((session) => (
            <SessionRow key={session.id} session={session} end={() => end([session])} />
          ))}
        </ul>
      )}
    </Card>
  )
}

function SessionRow({ session, end }: { session: Session; end: () => Promise<void> }) {
  const words = useWords('account')
  const format = useFormat()
  const { run, isBusy } = useDoing()
  const { browser, system, isPhone } = deviceOf(session.agent ?? '')
  const device = [browser, system].filter(Boolean).join(' · ') || session.agent || words('unknownDevice')
  const Icon = isPhone ? Smartphone : Monitor
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b px-4 py-2.5 last:border-0">
      <Icon aria-hidden className="size-5 shrink-0 text-muted" />
      <div className="min-w-0 flex-1 basis-56">
        <p className="truncate font-medium">{device}</p>
        <p className="text-[0.8125rem] text-muted">
          <span dir="ltr">{session.address}</span> · {words('lastUsed', { moment: format.moment(session.lastUsedAt) })}
        </p>
      </div>
      {session.current ? (
        <Badge tone="accent">{words('thisOne')}</Badge>
      ) : (
        <Button
          size="sm"
          isBusy={isBusy}
          aria-label={words('endOf', { device })}
          onClick={() => void run(end, words('ended'))}
        >
          {words('end')}
        </Button>
      )}
    </li>
  )
}
