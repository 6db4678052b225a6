'use client'
import { useCallback, useState } from 'react'

/** Records that were ticked; `isAll` means every record that the filters find, on whatever page. */
export type Selection = {
  ids: ReadonlySet<string>
  isAll: boolean
  toggle: (id: string) => void
  togglePage: (ids: readonly string[], on: boolean) => void
  takeAll: () => void
  clear: () => void
}

type Chosen = { ids: ReadonlySet<string>; isAll: boolean; of: string }
const nothing: ReadonlySet<string> = new Set()

/** `of` says what the list shows: with other filters, what was ticked before is not ticked any more. */
export function useSelection(of: string): Selection {
  const [kept, setKept] = useState<Chosen>({ ids: nothing, isAll: false, of })
  const chosen = kept.of === of ? kept : { ids: nothing, isAll: false, of }
  const alter = useCallback(
    (work: (ids: Set<string>) => void) =>
      setKept((before) => {
        const ids = new Set(before.of === of ? before.ids : nothing)
        work(ids)
        return { ids, isAll: false, of }
      }),
    [of],
  )
  const toggle = useCallback((id: string) => alter((ids) => void (ids.delete(id) || ids.add(id))), [alter])
  return {
    ids: chosen.ids,
    isAll: chosen.isAll,
    toggle,
    togglePage: (page, on) =>
      alter((ids) => {
        for (const id of page) {
          if (on) ids.add(id)
          else ids.delete(id)
        }
      }),
    takeAll: () => setKept({ ...chosen, isAll: true }),
    clear: () => setKept({ ids: nothing, isAll: false, of }),
  }
}
