'use client'
import { Copy, Search, Trash2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useDoing } from '#web/console/doing.ts'
import { useUnsavedGuard } from '#web/console/form/leaving.ts'
import { useMay } from '#web/data/me.ts'
import { useAct } from '#web/data/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { useConfirm } from '#web/ui/confirm.tsx'
import { Input } from '#web/ui/field.tsx'
import { Empty } from '#web/ui/states.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { useLabel, useWords } from '#web/words/words.tsx'
import {
  differences,
  type Grants,
  givable,
  linesOf,
  type MatrixModule,
  matching,
  type Permission,
  rowsOf,
  withReach,
} from './matrix.rules.ts'
import { Matrix } from './matrix.tsx'
import { SaveRoleDialog } from './role-dialogs.tsx'
import type { Role } from './roles-data.ts'

type Props = { role: Role; permissions: readonly Permission[]; onCopy: () => void; onDeleted: () => void }

/** One role: looked at, and changed as a whole where it is the company's own. */
export function RoleEditor({ role, permissions, onCopy, onDeleted }: Props) {
  const words = useWords('roles')
  const may = useMay()
  const [typed, setTyped] = useState('')
  const draft = useDraft(role, permissions)
  const modules = useFoundRows(permissions, typed)
  const isOpen = !role.builtIn && may('auth.role.update')
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
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
        {isOpen && (
          <div className="w-56">
            <Input
              aria-label={words('name')}
              maxLength={80}
              value={draft.name}
              onChange={(event) => draft.setName(event.target.value)}
            />
          </div>
        )}
        {may('auth.role.create') && (
          <Button icon={<Copy aria-hidden className="size-4" />} onClick={onCopy}>
            {words(role.builtIn ? 'copyToChange' : 'copy')}
          </Button>
        )}
        {!role.builtIn && may('auth.role.delete') && <DeleteRole role={role} onDeleted={onDeleted} />}
      </div>
      <p className="border-b px-4 py-2 text-[0.8125rem] text-muted">{words(isOpen ? 'keys' : 'builtInSays')}</p>
      {modules.length === 0 ? (
        <Empty title={words('nothing')} />
      ) : (
        <Matrix
          modules={modules}
          grants={draft.grants}
          base={draft.base}
          onChange={isOpen ? draft.set : undefined}
          onChangeAll={draft.setAll}
        />
      )}
      {isOpen && <SaveBar draft={draft} permissions={permissions} />}
    </Card>
  )
}

/** Rows are found by what they are called in the person's language, and by the permissions themselves. */
function useFoundRows(permissions: readonly Permission[], typed: string): MatrixModule[] {
  const label = useLabel()
  const all = useMemo(() => rowsOf(permissions), [permissions])
  return useMemo(
    () =>
      matching(all, typed, (module, row) => {
        const cells = Object.values(row.cells).map((cell) => `${cell.permission} ${label(cell.label)}`)
        const about = Object.values(row.cells)[0]?.entityLabel ?? ''
        return [label(module.name), label(row.label), label(about), ...cells].join(' ')
      }),
    [all, typed, label],
  )
}

type Draft = ReturnType<typeof useDraft>

/** The role as it would be saved. Another version that comes in meanwhile takes nothing away from it. */
function useDraft(role: Role, permissions: readonly Permission[]) {
  const kept = role.grants as Grants
  const [base, setBase] = useState({ name: role.name, grants: kept, version: role.version })
  const [name, setName] = useState(role.name)
  const [grants, setGrants] = useState<Grants>(kept)
  const changed = differences(permissions, base.grants, grants)
  return {
    id: role.id ?? '',
    name,
    setName,
    grants,
    base: base.grants,
    version: base.version,
    differences: changed,
    rename: name.trim() === base.name ? undefined : { before: base.name, after: name.trim() },
    isDirty: changed.length > 0 || name.trim() !== base.name,
    set: (permission: Permission, reach: Grants[string] | undefined) =>
      setGrants((before) => withReach(before, permission.permission, reach)),
    /** What a permission cannot reach, or is not one's own to give, stays as it is. */
    setAll: ({ rows }: MatrixModule, reach: Grants[string] | undefined) =>
      setGrants((before) =>
        rows
          .flatMap(({ cells }) => Object.values(cells))
          .filter((permission) => givable(permission).length > 0 && (!reach || givable(permission).includes(reach)))
          .reduce((next, { permission }) => withReach(next, permission, reach), before),
      ),
    undo: () => {
      setName(base.name)
      setGrants(base.grants)
    },
    saved: (next: Role) => {
      setBase({ name: next.name, grants: next.grants as Grants, version: next.version })
      setName(next.name)
      setGrants(next.grants as Grants)
    },
  }
}

function SaveBar({ draft, permissions }: { draft: Draft; permissions: readonly Permission[] }) {
  const words = useWords('roles')
  const toast = useToast()
  const [isReviewing, setReviewing] = useState(false)
  const save = useAct('PATCH /auth/roles/:id', 'auth.role')
  useUnsavedGuard(draft.isDirty)
  const { differences: changed, rename } = draft
  const send = () =>
    save.mutate(
      {
        params: { id: draft.id },
        body: {
          version: draft.version,
          ...(rename ? { name: rename.after } : {}),
          ...(changed.length > 0 ? { grants: linesOf(draft.grants) } : {}),
        },
      },
      {
        onSuccess: (next) => {
          draft.saved(next)
          setReviewing(false)
          toast({ text: words('saved', { name: next.name }) })
        },
      },
    )
  return (
    <div className="sticky bottom-0 z-20 flex flex-wrap items-center justify-end gap-2 rounded-b-xl border-t bg-surface px-4 py-2.5">
      <p aria-live="polite" className="me-auto text-muted">
        {draft.isDirty ? words('changes', { count: changed.length + (rename ? 1 : 0) }) : words('noChanges')}
      </p>
      <Button disabled={!draft.isDirty} onClick={draft.undo}>
        {words('undo')}
      </Button>
      <Button look="primary" disabled={!draft.isDirty} onClick={() => setReviewing(true)}>
        {words('reviewAndSave')}
      </Button>
      {isReviewing && (
        <SaveRoleDialog
          differences={changed}
          permissions={permissions}
          rename={rename}
          isBusy={save.isPending}
          error={save.error}
          onClose={() => {
            setReviewing(false)
            save.reset()
          }}
          onSave={send}
        />
      )}
    </div>
  )
}

function DeleteRole({ role, onDeleted }: { role: Role; onDeleted: () => void }) {
  const words = useWords('roles')
  const confirm = useConfirm()
  const { run, isBusy } = useDoing()
  const remove = useAct('DELETE /auth/roles/:id', 'auth.role')
  const ask = async () => {
    const title = words('askDelete', { name: role.name })
    if (!(await confirm({ title, says: words('deleteSays'), verb: words('delete'), isDangerous: true }))) return
    const params = { id: role.id ?? '' }
    if (await run(() => remove.mutateAsync({ params }), words('deleted', { name: role.name }))) onDeleted()
  }
  return (
    <Button isBusy={isBusy} icon={<Trash2 aria-hidden className="size-4" />} onClick={() => void ask()}>
      {words('delete')}
    </Button>
  )
}
