'use client'
import { Search } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useRoute } from '#web/data/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { Checkbox, Input } from '#web/ui/field.tsx'
import { SkeletonRows } from '#web/ui/states.tsx'
import { useLabel, useWords } from '#web/words/words.tsx'

type Props = { value: readonly string[]; onChange: (scopes: readonly string[]) => void; isMissing: boolean }

/** What a key may do: nothing that its maker may not. */
export function ScopePicker({ value, onChange, isMissing }: Props) {
  const words = useWords('keys')
  const label = useLabel()
  const [typed, setTyped] = useState('')
  const permissions = useRoute('auth.role', 'GET /auth/permissions', {})
  const mine = useMemo(() => permissions.data?.data.filter(({ reach }) => reach) ?? [], [permissions.data])
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean)
  const found = mine.filter(({ permission, label: text, entityLabel }) => {
    const all = `${permission} ${label(text)} ${label(entityLabel ?? '')}`.toLowerCase()
    return wanted.every((word) => all.includes(word))
  })
  const modules = [...Map.groupBy(found, ({ module }) => module)]
  const chosen = new Set(value)
  const toggle = (permission: string, isIn: boolean) =>
    onChange(isIn ? [...value, permission] : value.filter((each) => each !== permission))
  const readers = found.filter(({ right }) => right === 'read').map(({ permission }) => permission)
  if (!permissions.data) return <SkeletonRows rows={4} />
  return (
    <fieldset>
      <legend className="mb-1 font-medium text-[0.8125rem]">
        {words('scopes')} <span className="font-normal text-muted">{words('count', { count: value.length })}</span>
      </legend>
      {isMissing && (
        <p role="alert" className="mb-1 text-[0.8125rem] text-bad-ink">
          {words('chooseScope')}
        </p>
      )}
      <div className="mb-2 flex flex-wrap gap-2">
        <div className="min-w-40 flex-1">
          <Input
            type="search"
            aria-label={words('findScope')}
            placeholder={words('findScope')}
            before={<Search aria-hidden className="size-4" />}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
        <Button onClick={() => onChange([...new Set([...value, ...readers])])}>{words('addReading')}</Button>
        <Button disabled={value.length === 0} onClick={() => onChange([])}>
          {words('clear')}
        </Button>
      </div>
      <div className="max-h-72 overflow-y-auto rounded-md border p-3">
        {modules.map(([module, all]) => (
          <section key={module} className="mb-3 last:mb-0">
            <h3 className="mb-1 font-semibold text-xs capitalize">{label(module)}</h3>
            <div className="grid gap-x-4 gap-y-1 sm:grid-cols-2">
              {all.map(({ permission, label: text, entityLabel }) => (
                <Checkbox
                  key={permission}
                  className="min-w-0"
                  checked={chosen.has(permission)}
                  onChange={(event) => toggle(permission, event.target.checked)}
                  label={
                    <span className="min-w-0 truncate" title={permission}>
                      {entityLabel && entityLabel !== text ? `${label(entityLabel)}: ${label(text)}` : label(text)}
                    </span>
                  }
                />
              ))}
            </div>
          </section>
        ))}
      </div>
    </fieldset>
  )
}
