'use client'
import dynamic from 'next/dynamic'
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'

export type Note = {
  kind?: 'good' | 'bad'
  text: string
  /** Such as undo. */
  action?: { label: string; run: () => void }
}

const ToastContext = createContext<(note: Note) => void>(() => undefined)
/** Says in passing that something was done, or was not: `toast({ text: words('saved') })`. */
export const useToast = () => useContext(ToastContext)

const load = () => import('./toast-list.tsx').then((module) => module.ToastList)
const ToastList = dynamic(load, { ssr: false })
/** The first note may be that the network is gone: what shows it is there by then. */
const loadAfterMs = 3_000

let count = 0

export function ToastProvider({ children }: { children: ReactNode }) {
  const [notes, setNotes] = useState<(Note & { id: number })[]>([])
  const [isUsed, setUsed] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => void load().catch(() => undefined), loadAfterMs)
    return () => clearTimeout(timer)
  }, [])
  const show = (note: Note) => {
    count += 1
    const id = count
    setUsed(true)
    setNotes((all) => [...all.slice(-3), { ...note, id }])
  }
  const remove = (id: number) => setNotes((all) => all.filter((note) => note.id !== id))
  return (
    <ToastContext value={show}>
      {children}
      {isUsed && <ToastList notes={notes} remove={remove} />}
    </ToastContext>
  )
}
