'use client'
import { type FormEvent, useId, useState } from 'react'
import { useAct } from '#web/data/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Field, Input } from '#web/ui/field.tsx'
import { useLabel, useWords } from '#web/words/words.tsx'
import { type Difference, type Grants, linesOf, type Permission, type Reach } from './matrix.rules.ts'
import { errorAt, Refused } from './refused.tsx'
import type { Role } from './roles-data.ts'

type NewProps = {
  /** What the new role begins with; `name` is suggested. */
  name: string
  grants: Grants
  onClose: () => void
  onMade: (role: Role) => void
}

/** A new role of the company, as a copy of another one. */
export function NewRoleDialog({ name: suggested, grants, onClose, onMade }: NewProps) {
  const words = useWords('roles')
  const ui = useWords('ui')
  const formId = useId()
  const [name, setName] = useState(suggested)
  const make = useAct('POST /auth/roles', 'auth.role')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    make.mutate({ body: { name: name.trim(), grants: linesOf(grants) } }, { onSuccess: onMade })
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      width="sm"
      title={words('new')}
      says={words('newSays')}
      foot={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button look="primary" type="submit" form={formId} isBusy={make.isPending}>
            {words('make')}
          </Button>
        </>
      }
    >
      <form id={formId} className="flex flex-col gap-3" onSubmit={submit}>
        <Field label={words('name')} isRequired error={errorAt(make.error, 'name')}>
          {(field) => (
            <Input
              {...field}
              data-autofocus
              required
              maxLength={80}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        {make.error && !errorAt(make.error, 'name') && <Refused error={make.error} />}
      </form>
    </Dialog>
  )
}

type SaveProps = {
  differences: readonly Difference[]
  permissions: readonly Permission[]
  rename: { before: string; after: string } | undefined
  isBusy: boolean
  error: unknown
  onClose: () => void
  onSave: () => void
}

/** What would be saved, line by line, before it is. */
export function SaveRoleDialog({ differences, permissions, rename, isBusy, error, onClose, onSave }: SaveProps) {
  const words = useWords('roles')
  const ui = useWords('ui')
  const label = useLabel()
  const shown = (permission: string) => {
    const found = permissions.find((each) => each.permission === permission)
    if (!found) return permission
    return found.entityLabel && found.entityLabel !== found.label
      ? `${label(found.entityLabel)}: ${label(found.label)}`
      : label(found.label)
  }
  const reach = (value: Reach | undefined) => words(`reach.${value ?? 'none'}`)
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words('review', { count: differences.length })}
      says={words('reviewSays')}
      foot={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button look="primary" isBusy={isBusy} onClick={onSave}>
            {words('save')}
          </Button>
        </>
      }
    >
      {rename && <p className="mb-3">{words('renamed', rename)}</p>}
      <table className="w-full">
        <caption className="sr-only">{words('review', { count: differences.length })}</caption>
        <thead>
          <tr className="border-b text-muted text-xs">
            <th scope="col" className="py-1.5 pe-3 text-start font-medium">
              {words('what')}
            </th>
            <th scope="col" className="px-3 py-1.5 text-start font-medium">
              {words('before')}
            </th>
            <th scope="col" className="ps-3 py-1.5 text-start font-medium">
              {words('after')}
            </th>
          </tr>
        </thead>
        <tbody>
          {differences.map(({ permission, before, after }) => (
            <tr key={permission} className="border-b last:border-0">
              <th scope="row" className="py-1.5 pe-3 text-start font-normal">
                {shown(permission)}
              </th>
              <td className="px-3 py-1.5 text-muted">{reach(before)}</td>
              <td className="ps-3 py-1.5 font-medium">{reach(after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Refused error={error} />
    </Dialog>
  )
}
