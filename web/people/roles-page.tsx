'use client'
import { useState } from 'react'
import { mayLeave } from '#web/console/form/leaving.ts'
import { useIsSuper } from '#web/data/companies.ts'
import { useMay, useMe } from '#web/data/me.ts'
import { useRoute } from '#web/data/queries.ts'
import { Field, Select } from '#web/ui/field.tsx'
import { Empty, Failure, SkeletonRows } from '#web/ui/states.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { useWords } from '#web/words/words.tsx'
import type { Grants } from './matrix.rules.ts'
import { PeopleHead } from './people-head.tsx'
import { NewRoleDialog } from './role-dialogs.tsx'
import { RoleEditor } from './role-editor.tsx'
import { type Role, useRoleName, useRoles } from './roles-data.ts'

/** Also without an id: built-in roles have none. */
const keyOf = ({ id, name }: Role): string => id ?? name

/** What each role allows, and how far. */
export function RolesPage() {
  const words = useWords('roles')
  const ui = useWords('ui')
  const may = useMay()
  const { data: me } = useMe()
  const roles = useRoles()
  const permissions = useRoute('auth.role', 'GET /auth/permissions', {})
  if (me && !may('auth.role.read')) return <Empty title={ui('denied')}>{ui('deniedSays')}</Empty>
  const failed = roles.error ?? permissions.error
  return (
    <>
      <PeopleHead title={words('title')} says={words('says')} />
      {failed ? (
        <Failure error={failed} />
      ) : roles.data && permissions.data ? (
        <Roles roles={roles.data.data} permissions={permissions.data.data} />
      ) : (
        <SkeletonRows rows={12} />
      )}
    </>
  )
}

type Props = { roles: readonly Role[]; permissions: React.ComponentProps<typeof RoleEditor>['permissions'] }

function Roles({ roles, permissions }: Props) {
  const words = useWords('roles')
  const toast = useToast()
  const nameOf = useRoleName()
  const isSuper = useIsSuper()
  const [chosen, choose] = useState('shop_manager')
  const [copied, setCopied] = useState<Role | undefined>()
  const shown = roles.filter(({ name }) => isSuper || name !== 'super_admin')
  const role = shown.find((each) => keyOf(each) === chosen) ?? shown[0]
  if (!role) return <Empty title={words('nothing')} />
  const own = shown.filter(({ builtIn }) => !builtIn)
  const go = async (key: string) => {
    if (await mayLeave()) choose(key)
  }
  return (
    <>
      <Field label={words('role')} className="mb-4 max-w-sm">
        {(field) => (
          <Select {...field} value={keyOf(role)} onChange={(event) => void go(event.target.value)}>
            <optgroup label={words('builtIn')}>
              {shown
                .filter(({ builtIn }) => builtIn)
                .map((each) => (
                  <option key={keyOf(each)} value={keyOf(each)}>
                    {nameOf(each.name)}
                  </option>
                ))}
            </optgroup>
            {own.length > 0 && (
              <optgroup label={words('own')}>
                {own.map((each) => (
                  <option key={keyOf(each)} value={keyOf(each)}>
                    {each.name}
                  </option>
                ))}
              </optgroup>
            )}
          </Select>
        )}
      </Field>
      <RoleEditor
        key={keyOf(role)}
        role={role}
        permissions={permissions}
        onCopy={() => setCopied(role)}
        onDeleted={() => choose('shop_manager')}
      />
      {copied && (
        <NewRoleDialog
          name={words('copyOf', { name: nameOf(copied.name) })}
          grants={copied.grants as Grants}
          onClose={() => setCopied(undefined)}
          onMade={(made) => {
            setCopied(undefined)
            choose(keyOf(made))
            toast({ text: words('made', { name: made.name }) })
          }}
        />
      )}
    </>
  )
}
