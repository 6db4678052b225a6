'use client'
/** Stock and figures as they change elsewhere: a sale or an adjustment reads again what the page shows of them. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useLive } from '#web/data/live.tsx'
import { useMe } from '#web/data/me.ts'

const pauseMs = 150
/** Read models hear of an event a moment after it; figures are read a second time then. */
const settledMs = 900
const stockKeys = ['inventory.stock', 'inventory.move']

export function useStockLive(): void {
  const queries = useQueryClient()
  const { data: me } = useMe()
  const timers = useRef<ReturnType<typeof setTimeout>[]>([])
  const shops = me?.shopIds ?? []
  const topics = !me ? [] : shops.length > 0 ? shops.map((id) => `shop:${id}`) : ['company']
  useLive(topics, ({ type }) => {
    // One reading for a burst of events, and none is put off by the next.
    if (!/^(inventory|sale)\./.test(type) || timers.current.length > 0) return
    const readAgain = (keys: readonly string[]) => () => {
      for (const key of keys) void queries.invalidateQueries({ queryKey: [key] })
    }
    const settle = () => {
      readAgain([...stockKeys, 'analytics'])()
      timers.current = []
    }
    timers.current = [setTimeout(readAgain(stockKeys), pauseMs), setTimeout(settle, settledMs)]
  })
  useEffect(
    () => () => {
      for (const timer of timers.current) clearTimeout(timer)
    },
    [],
  )
}
