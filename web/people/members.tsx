'use client'
import { MoreHorizontal, Search, UserCheck, UserCog, UserX } from 'lucide-react'
import { useState } from 'react'
import type { AuthListMembersAnswer } from '#sdk/auth'
import { useDoing } from '#web/console/doing.ts'
import { useRested } from '#web/console/inputs/link-search.ts'
import { useShops } from '#web/console/shop.ts'
import { useMay, useMe } from '#web/data/me.ts'
import { useAct, useRoute } from '#web/data/queries.ts'
import { Badge } from '#web/ui/badge.tsx'
import { IconButton } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { useConfirm } from '#web/ui/confirm.tsx'
import { Input, Select } from '#web/ui/field.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Menu } from '#web/ui/menu.tsx'
import { Empty, Failure, SkeletonRows } from '#web/ui/states.tsx'
import { type Column, Table } from '#web/ui/table.tsx'
import { useWords } from '#web/words/words.tsx'
import { MemberDialog } from './member-dialog.tsx'
import { Pager } from './pager.tsx'
import { useRoleName } from './roles-data.ts'

type Member = AuthListMembersAnswer
type Status = '' | 'active' | 'disabled'
const rows = 50

/** The people of the company, and what can be done about each. */
export function Members() {
  const words = useWords('people')
  const [typed, setTyped] = useState('')
  const [status, setStatus] = useState<Status>('')
  const [page, setPage] = useState(1)
  const q = useRested(typed.trim())
  const query = { page, limit: rows, ...(q ? { q } : {}), ...(status ? { status } : {}) }
  const members = useRoute('auth.user', 'GET /users', { query }, { keep: true })
  const [changed, setChanged] = useState<Member | undefined>()
  const columns = useColumns(setChanged)
  return (
    <Card isFlush>
      <div className="flex flex-wrap items-center gap-2 border-b p-3">
        <div className="min-w-48 flex-1">
          <Input
            type="search"
            aria-label={words('find')}
            placeholder={words('find')}
            before={<Search aria-hidden className="size-4" />}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value)
              setPage(1)
            }}
          />
        </div>
        <div className="w-44">
          <Select
            aria-label={words('status')}
            value={status}
            onChange={(event) => {
              setStatus(event.target.value as Status)
              setPage(1)
            }}
          >
            <option value="">{words('everybody')}</option>
            <option value="active">{words('active')}</option>
            <option value="disabled">{words('disabled')}</option>
          </Select>
        </div>
      </div>
      {members.isError ? (
        <Failure error={members.error} retry={members.refetch} />
      ) : !members.data ? (
        <SkeletonRows />
      ) : members.data.data.length === 0 ? (
        <Empty title={words('nobody')} />
      ) : (
        <>
          <Table caption={words('members')} columns={columns} rows={members.data.data} keyOf={({ id }) => id} />
          <Pager pagination={members.data.pagination} page={page} onPage={setPage} />
        </>
      )}
      {changed && <MemberDialog member={changed} onClose={() => setChanged(undefined)} />}
    </Card>
  )
}

function useColumns(change: (member: Member) => void): Column<Member>[] {
  const words = useWords('people')
  const format = useFormat()
  const nameOf = useRoleName()
  const shops = useShops() ?? []
  const { data: me } = useMe()
  const shopsOf = ({ shopIds, role }: Member) =>
    (shopIds ?? []).map((id) => shops.find((shop) => shop.id === id)?.name ?? '…').join(', ') ||
    (role === 'company_admin' ? words('allShops') : '–')
  return [
    {
      name: 'name',
      head: words('name'),
      cell: ({ id, name, email }) => (
        <>
          <span className="font-medium">{name}</span>
          {id === me?.id && <span className="ms-1.5 text-muted">{words('you')}</span>}
          <span className="block text-[0.8125rem] text-muted">{email}</span>
        </>
      ),
    },
    { name: 'role', head: words('role'), cell: ({ roleName }) => nameOf(roleName), className: 'whitespace-nowrap' },
    { name: 'shops', head: words('shops'), cell: shopsOf },
    {
      name: 'status',
      head: words('status'),
      cell: ({ status }) => <Badge tone={status === 'active' ? 'good' : 'neutral'}>{words(status ?? 'active')}</Badge>,
    },
    {
      name: 'seen',
      head: words('lastSeen'),
      cell: ({ lastUsedAt }) => format.moment(lastUsedAt) || words('never'),
      className: 'whitespace-nowrap',
    },
    {
      name: 'acts',
      head: <span className="sr-only">{words('acts')}</span>,
      cell: (member) => <MemberMenu member={member} onChange={() => change(member)} />,
      className: 'w-10 text-end',
    },
  ]
}

function MemberMenu({ member, onChange }: { member: Member; onChange: () => void }) {
  const words = useWords('people')
  const may = useMay()
  const confirm = useConfirm()
  const { run, isBusy } = useDoing()
  const remove = useAct('DELETE /users/:id', 'auth.user')
  const update = useAct('PATCH /users/:id', 'auth.user')
  const { id, name: given, status } = member
  const name = given ?? ''
  const deactivate = async () => {
    const says = words('deactivateSays')
    if (
      !(await confirm({ title: words('askDeactivate', { name }), says, verb: words('deactivate'), isDangerous: true }))
    )
      return
    await run(() => remove.mutateAsync({ params: { id } }), words('deactivated', { name }))
  }
  const activate = () =>
    run(() => update.mutateAsync({ params: { id }, body: { status: 'active' } }), words('activated', { name }))
  const items = [
    ...(may('auth.user.update') && status === 'active'
      ? [{ label: words('changeRole'), icon: <UserCog className="size-4" />, run: onChange }]
      : []),
    ...(may('auth.user.update') && status === 'disabled'
      ? [{ label: words('activate'), icon: <UserCheck className="size-4" />, run: () => void activate() }]
      : []),
    ...(may('auth.user.delete') && status === 'active'
      ? [
          {
            label: words('deactivate'),
            icon: <UserX className="size-4" />,
            isDangerous: true,
            run: () => void deactivate(),
          },
        ]
      : []),
  ]
  if (items.length === 0) return null
  return (
    <Menu
      items={items}
      trigger={
        <IconButton
          size="sm"
          disabled={isBusy}
          label={words('actsOn', { name })}
          icon={<MoreHorizontal aria-hidden className="size-4" />}
        />
      }
    />
  )
}
