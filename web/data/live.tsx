'use client'
/**
 * What happens elsewhere, as it happens: one socket a page. An event reads again what is about its entity; what was
 * missed while the network was gone is caught up from the cursor of the last event that was told.
 */
import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { chosenCompany, leave } from './client.ts'
import { LiveConnection, type LiveEvent, type LiveState, type Present } from './live-connection.ts'

export type { LiveEvent, Present }

const LiveContext = createContext<LiveConnection | undefined>(undefined)

/** Holds the socket of the page. Signing out elsewhere ends the page's session here within seconds. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient()
  const [connection] = useState(() => new LiveConnection(chosenCompany.read()))
  useEffect(() => {
    connection.open({
      event: ({ entity }) => void queries.invalidateQueries({ queryKey: [entity] }),
      reset: () => void queries.invalidateQueries(),
      ended: leave,
    })
    return () => connection.close()
  }, [connection, queries])
  return <LiveContext value={connection}>{children}</LiveContext>
}

/**
 * Watches topics (`company`, `shop:<id>`, `record:<entity>:<id>`) while the component is there; `hear` is called for
 * each of their events, in order.
 */
export function useLive(topics: readonly string[], hear?: (event: LiveEvent) => void): void {
  const connection = useContext(LiveContext)
  const latest = useRef(hear)
  latest.current = hear
  const names = topics.join(' ')
  useEffect(() => {
    if (!connection || names === '') return
    return connection.watch(names.split(' '), (event) => latest.current?.(event))
  }, [connection, names])
}

/** Whether the page hears of changes: `connecting` also while the network is gone. */
export function useLiveState(): LiveState {
  const connection = useContext(LiveContext)
  return useSyncExternalStore(
    (listener) => connection?.onState(listener) ?? (() => undefined),
    () => connection?.state ?? 'connecting',
    () => 'connecting',
  )
}

/** Who else looks at a record; empty while it is not known. */
export function usePresent(entity: string, id: string): readonly Present[] {
  const connection = useContext(LiveContext)
  const [present, setPresent] = useState<readonly Present[]>([])
  useEffect(() => {
    if (!connection) return
    const topic = `record:${entity}:${id}`
    const unwatch = connection.watch([topic], () => undefined)
    const stop = connection.onPresence(topic, setPresent)
    return () => {
      stop()
      unwatch()
    }
  }, [connection, entity, id])
  return present
}
