'use client'
import { Check, Search } from 'lucide-react'
import { useState } from 'react'
import { lookAtCompany } from '#web/data/companies.ts'
import { useMe } from '#web/data/me.ts'
import { useList } from '#web/data/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Field, Input } from '#web/ui/field.tsx'
import { Empty, Failure, SkeletonRows } from '#web/ui/states.tsx'
import { useWords } from '#web/words/words.tsx'
import { useRested } from './inputs/link-search.ts'

const most = 50

/** For who looks after the installation: the company whose data the pages show from now on. */
export function CompanyDialog({ onClose }: { onClose: () => void }) {
  const words = useWords('shell')
  const { data: me } = useMe()
  const [typed, setTyped] = useState('')
  const q = useRested(typed.trim())
  const list = useList('companies.company', '/companies', {
    limit: most,
    sort: 'name',
    filter: { status: 'active' },
    ...(q ? { q } : {}),
  })
  const isLooking = me !== undefined && list.data?.data.some(({ id }) => id === me.companyId)
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words('chooseCompany')}
      says={words('chooseCompanySays')}
      width="sm"
      foot={isLooking && <Button onClick={() => lookAtCompany(null)}>{words('leaveCompany')}</Button>}
    >
      <Field label={words('findCompany')} isLabelHidden>
        {(field) => (
          <Input
            {...field}
            data-autofocus
            type="search"
            placeholder={words('findCompany')}
            before={<Search aria-hidden className="size-4" />}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      {list.isError ? (
        <Failure error={list.error} retry={list.refetch} />
      ) : !list.data ? (
        <SkeletonRows rows={3} />
      ) : list.data.data.length === 0 ? (
        <Empty title={words('noCompany')} />
      ) : (
        <ul className="mt-3 flex flex-col gap-1">
          {list.data.data.map(({ id, name, country, currency }) => (
            <li key={id}>
              <button
                type="button"
                aria-current={id === me?.companyId || undefined}
                onClick={() => lookAtCompany(id)}
                className="flex w-full items-center gap-3 rounded-md px-2.5 py-2 text-start hover:bg-sunken"
              >
                <span className="min-w-0 flex-1 truncate font-medium">{String(name)}</span>
                <span className="text-muted">{[country, currency].filter(Boolean).join(' · ')}</span>
                {id === me?.companyId && <Check aria-hidden className="size-4 text-accent" />}
              </button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}
