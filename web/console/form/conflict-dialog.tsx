'use client'
import { useState } from 'react'
import type { FieldDescription } from '#web/data/description.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Button } from '#web/ui/button.tsx'
import { classes } from '#web/ui/classes.ts'
import { Dialog } from '#web/ui/dialog.tsx'
import { useLabel, useWords } from '#web/words/words.tsx'
import { LinkedValue } from '../value.tsx'
import type { Conflict, Side } from './conflict.rules.ts'

type Chosen = Readonly<Record<string, Side | undefined>>

/** Somebody was faster: for each field in question one sees three values and chooses what stands. */
export function ConflictDialog({
  conflicts,
  fields,
  isBusy,
  onClose,
  onSettle,
}: {
  conflicts: readonly Conflict[]
  fields: readonly FieldDescription[]
  isBusy: boolean
  onClose: () => void
  onSettle: (chosen: Chosen) => void
}) {
  const words = useWords()
  const [chosen, setChosen] = useState<Chosen>({})
  // What one has not touched is not one's own: all of mine leaves alone what only they have changed.
  const all = (side: Side) =>
    setChosen(Object.fromEntries(conflicts.map(({ field, usual }) => [field, usual === 'theirs' ? usual : side])))
  const isOpen = conflicts.some(({ field, usual }) => (chosen[field] ?? usual) === undefined)
  return (
    <Dialog
      isOpen
      onClose={onClose}
      width="lg"
      title={words('form.conflict')}
      says={words(conflicts.some(({ usual }) => usual === undefined) ? 'form.conflictSays' : 'form.conflictNone')}
      foot={
        <>
          <Button onClick={onClose}>{words('ui.cancel')}</Button>
          <Button look="primary" disabled={isOpen} isBusy={isBusy} onClick={() => onSettle(chosen)}>
            {words('form.conflictSave')}
          </Button>
        </>
      }
    >
      <div className="overflow-x-auto">
        <table className="w-full min-w-2xl table-fixed">
          <thead>
            <tr className="border-b text-muted text-xs">
              <th scope="col" className="w-36 py-2 pe-3 text-start font-medium">
                {words('form.conflictField')}
              </th>
              <th scope="col" className="px-2 py-2 text-start font-medium">
                {words('form.conflictYours')}
                <Button size="sm" look="quiet" className="ms-1" onClick={() => all('yours')}>
                  {words('form.conflictAllYours')}
                </Button>
              </th>
              <th scope="col" className="px-2 py-2 text-start font-medium">
                {words('form.conflictTheirs')}
                <Button size="sm" look="quiet" className="ms-1" onClick={() => all('theirs')}>
                  {words('form.conflictAllTheirs')}
                </Button>
              </th>
              <th scope="col" className="px-2 py-2 text-start font-medium">
                {words('form.conflictBefore')}
              </th>
            </tr>
          </thead>
          <tbody>
            {conflicts.map((conflict) => (
              <Row
                key={conflict.field}
                conflict={conflict}
                field={fields.find(({ name }) => name === conflict.field)}
                chosen={chosen[conflict.field] ?? conflict.usual}
                onChoose={(side) => setChosen((before) => ({ ...before, [conflict.field]: side }))}
              />
            ))}
          </tbody>
        </table>
      </div>
    </Dialog>
  )
}

function Row({
  conflict,
  field,
  chosen,
  onChoose,
}: {
  conflict: Conflict
  field: FieldDescription | undefined
  chosen: Side | undefined
  onChoose: (side: Side) => void
}) {
  const words = useWords('form')
  const label = useLabel()
  if (!field) return null
  const side = (name: Side) => (
    <td className="px-2 py-2 align-top">
      <label
        className={classes(
          'flex cursor-pointer items-start gap-2 rounded-md border p-2 hover:border-line-strong',
          chosen === name && 'border-accent bg-accent-soft',
        )}
      >
        <input
          type="radio"
          name={`conflict-${conflict.field}`}
          checked={chosen === name}
          onChange={() => onChoose(name)}
          aria-label={`${label(field.label)}: ${words(name === 'yours' ? 'conflictYours' : 'conflictTheirs')}`}
          className="mt-0.5 accent-accent"
        />
        <span className="min-w-0 break-words">
          <LinkedValue field={field} value={conflict[name]} />
        </span>
      </label>
    </td>
  )
  return (
    <tr className="border-b last:border-0">
      <th scope="row" className="py-2 pe-3 text-start align-top font-medium">
        <span className="block pt-2">{label(field.label)}</span>
        {conflict.usual === undefined && <Badge tone="warn">{words('changedTheirs')}</Badge>}
      </th>
      {side('yours')}
      {side('theirs')}
      <td className="px-2 py-4 align-top text-muted">
        <LinkedValue field={field} value={conflict.before} />
      </td>
    </tr>
  )
}
