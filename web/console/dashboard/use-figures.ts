'use client'
/** Figures follow the log within moments of an event: they are read again at once, and until they have surely moved. */
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'

/** After an event, milliseconds: read models have mostly heard of it by the second reading. */
const readings = [0, 90, 220, 800]
const freshMs = 1_200

/** `heard` says that something moved the figures; a burst of events is one round, and none puts off the next. */
export function useFigures(key: string): { heard: () => void; isFresh: boolean } {
  const queries = useQueryClient()
  const [isFresh, setFresh] = useState(false)
  const timers = useRef<ReturnType<typeof setTimeout>[]>([])
  const isHeardAgain = useRef(false)
  const heard = useCallback(() => {
    if (timers.current.length > 0) {
      isHeardAgain.current = true
      return
    }
    // A reading that is under way is let come: on a slow line each would end the one before.
    const read = () => void queries.invalidateQueries({ queryKey: [key] }, { cancelRefetch: false })
    const end = () => {
      timers.current = []
      setFresh(false)
      if (isHeardAgain.current) heard()
      isHeardAgain.current = false
    }
    setFresh(true)
    timers.current = [...readings.map((ms) => setTimeout(read, ms)), setTimeout(end, freshMs)]
  }, [queries, key])
  useEffect(() => () => timers.current.forEach(clearTimeout), [])
  return { heard, isFresh }
}
