'use client'
import { createContext, type ReactNode, useContext } from 'react'
import type { Till } from './till.ts'

const TillContext = createContext<Till | undefined>(undefined)

export function TillProvider({ till, children }: { till: Till; children: ReactNode }) {
  return <TillContext value={till}>{children}</TillContext>
}

/** The till that this page is. */
export function useTill(): Till {
  const till = useContext(TillContext)
  if (!till) throw new Error('a part of the till stands outside of it')
  return till
}
