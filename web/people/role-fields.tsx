'use client'
import { useShops } from '#web/console/shop.ts'
import { Checkbox, Field, Select } from '#web/ui/field.tsx'
import { useWords } from '#web/words/words.tsx'
import { useGivableRoles } from './roles-data.ts'

export type Place = { role: string; shopIds: readonly string[] }
type Props = { value: Place; onChange: (value: Place) => void; error?: string | undefined }

/** Roles that reach the whole company, whatever the shops. */
const wide = ['role:company_admin', 'role:super_admin', 'role:customer']

/** The role of a person, and the shops that what reaches "own shops" is about. */
export function RoleFields({ value, onChange, error }: Props) {
  const words = useWords('people')
  const roles = useGivableRoles()
  const own = roles.filter(({ isOwn }) => isOwn)
  return (
    <>
      <Field label={words('role')} isRequired error={error}>
        {(field) => (
          <Select {...field} value={value.role} onChange={(event) => onChange({ ...value, role: event.target.value })}>
            {roles
              .filter(({ isOwn }) => !isOwn)
              .map(({ key, name }) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ))}
            {own.length > 0 && (
              <optgroup label={words('ownRoles')}>
                {own.map(({ key, name }) => (
                  <option key={key} value={key}>
                    {name}
                  </option>
                ))}
              </optgroup>
            )}
          </Select>
        )}
      </Field>
      {!wide.includes(value.role) && <ShopFields value={value} onChange={onChange} />}
    </>
  )
}

function ShopFields({ value, onChange }: Props) {
  const words = useWords('people')
  const shops = useShops() ?? []
  if (shops.length === 0) return null
  const toggle = (id: string, isIn: boolean) =>
    onChange({ ...value, shopIds: isIn ? [...value.shopIds, id] : value.shopIds.filter((each) => each !== id) })
  return (
    <fieldset>
      <legend className="mb-1 font-medium text-[0.8125rem]">{words('shops')}</legend>
      <p className="mb-2 text-[0.8125rem] text-muted">{words('shopsSays')}</p>
      <div className="grid max-h-56 gap-1.5 overflow-y-auto rounded-md border p-3 sm:grid-cols-2">
        {shops.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name}
            checked={value.shopIds.includes(id)}
            onChange={(event) => toggle(id, event.target.checked)}
          />
        ))}
      </div>
    </fieldset>
  )
}
