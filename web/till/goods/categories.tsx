'use client'
import type { CategoryFact } from '#web/till/offline/database.ts'
import { classes } from '#web/ui/classes.ts'
import { useWords } from '#web/words/words.tsx'
import { offeredAt } from './categories.rules.ts'

const chip = 'h-11 shrink-0 rounded-full border px-4 font-medium whitespace-nowrap'

/** Categories as a row: the way to here, then what is below. */
export function Categories({
  all,
  chosen,
  onChoose,
}: {
  all: readonly CategoryFact[]
  chosen: string | null
  onChoose: (id: string | null) => void
}) {
  const words = useWords('till')
  if (all.length === 0) return null
  const { trail, next } = offeredAt(all, chosen)
  return (
    <fieldset className="flex shrink-0 gap-2 overflow-x-auto px-3 pt-1 pb-2">
      <legend className="sr-only">{words('goods.categories')}</legend>
      {[{ id: null, name: words('goods.all') }, ...trail].map(({ id, name }) => (
        <button
          key={id ?? 'all'}
          type="button"
          aria-pressed={id === chosen}
          onClick={() => onChoose(id)}
          className={classes(chip, id === chosen ? 'border-accent bg-accent-soft text-accent-ink' : 'bg-surface')}
        >
          {name}
        </button>
      ))}
      {next.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          aria-pressed={false}
          onClick={() => onChoose(id)}
          className={classes(chip, 'bg-surface text-muted hover:text-ink')}
        >
          {name}
        </button>
      ))}
    </fieldset>
  )
}
