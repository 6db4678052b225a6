'use client'
import { useSearchParams } from 'next/navigation'
import { useMemo } from 'react'
import { isPlain, type ListState, readState, writeState } from './list-state.ts'

type Change = (next: Partial<ListState>, options?: { replaces?: boolean }) => void

/**
 * The list's state lives in the address and nowhere else: back, reload and sharing work by themselves. What is typed
 * replaces the entry of the history, everything else is a step that one can go back.
 */
export function useListState(): { state: ListState; isBare: boolean; change: Change } {
  const params = useSearchParams()
  const text = params.toString()
  const state = useMemo(() => readState(new URLSearchParams(text)), [text])
  return { state, isBare: text === '', change }
}

const change: Change = (next, { replaces = false } = {}) => {
  const current = readState(new URLSearchParams(location.search))
  // Another filter or order begins at its first page.
  const wanted = { ...current, page: 1, ...next }
  // A view of which everything was taken away is not that view any more; by its name alone it would open anew.
  const isEmptied = current.view && next.view === undefined && isPlain(wanted)
  const address = location.pathname + writeState(isEmptied ? { ...wanted, view: 'none' } : wanted)
  if (replaces) history.replaceState(null, '', address)
  else history.pushState(null, '', address)
}
