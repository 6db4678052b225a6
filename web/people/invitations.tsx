'use client'
import { MailX, Send } from 'lucide-react'
import type { AuthListInvitationsAnswer } from '#sdk/auth'
import { useDoing } from '#web/console/doing.ts'
import { useMay } from '#web/data/me.ts'
import { useAct, useRoute } from '#web/data/queries.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { useConfirm } from '#web/ui/confirm.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useWords } from '#web/words/words.tsx'
import { useRoleName, useRoles } from './roles-data.ts'

/** Invitations that nobody has accepted yet. Nothing where there are none. */
export function Invitations() {
  const words = useWords('people')
  const { data } = useRoute('auth.invitation', 'GET /auth/invitations', { query: { limit: 200 } })
  const open = (data?.data ?? []).filter(({ status }) => status === 'waiting' || status === 'expired')
  if (open.length === 0) return null
  return (
    <Card title={words('invitations', { count: open.length })} isFlush className="mb-4">
      <ul>
        {open.map((invitation) => (
          <Invitation key={invitation.id} invitation={invitation} />
        ))}
      </ul>
    </Card>
  )
}

function Invitation({ invitation }: { invitation: AuthListInvitationsAnswer }) {
  const words = useWords('people')
  const format = useFormat()
  const may = useMay()
  const nameOf = useRoleName()
  const { data: roles } = useRoles()
  const { run, isBusy } = useDoing()
  const confirm = useConfirm()
  const resend = useAct('POST /auth/invitations/:id/resend', 'auth.invitation')
  const withdraw = useAct('DELETE /auth/invitations/:id', 'auth.invitation')
  const { id, role, roleId, status, invitedBy, expiresAt } = invitation
  const email = invitation.email ?? ''
  const ownName = roles?.data.find((each) => each.id === roleId && roleId)?.name
  const takeBack = async () => {
    const title = words('askWithdraw', { email })
    if (!(await confirm({ title, says: words('withdrawSays'), verb: words('withdraw'), isDangerous: true }))) return
    await run(() => withdraw.mutateAsync({ params: { id } }), words('withdrawn'))
  }
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b px-4 py-2.5 last:border-0">
      <div className="min-w-0 flex-1 basis-64">
        <p className="truncate font-medium">{email}</p>
        <p className="text-[0.8125rem] text-muted">
          {nameOf(ownName ?? role)} · {words('invitedBy', { name: invitedBy ?? '' })}
        </p>
      </div>
      {status === 'expired' ? (
        <Badge tone="warn">{words('expired')}</Badge>
      ) : (
        <span className="text-[0.8125rem] text-muted">{words('until', { moment: format.moment(expiresAt) })}</span>
      )}
      <span className="flex gap-2">
        {status === 'waiting' && may('auth.user.create') && (
          <Button
            size="sm"
            isBusy={isBusy}
            icon={<Send aria-hidden className="size-3.5" />}
            aria-label={words('resendTo', { email })}
            onClick={() => run(() => resend.mutateAsync({ params: { id }, body: {} }), words('resent', { email }))}
          >
            {words('resend')}
          </Button>
        )}
        {may('auth.user.delete') && (
          <Button
            size="sm"
            disabled={isBusy}
            icon={<MailX aria-hidden className="size-3.5" />}
            aria-label={words('withdrawOf', { email })}
            onClick={() => void takeBack()}
          >
            {words('withdraw')}
          </Button>
        )}
      </span>
    </li>
  )
}
