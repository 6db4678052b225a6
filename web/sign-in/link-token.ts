'use client'
import { useEffect, useState } from 'react'

/**
 * The token of a link that came by mail. It stands behind the #, so that no server and no log ever sees it; once read
 * it leaves the address too, where somebody could look over one's shoulder.
 */
export function useLinkToken(): string {
  const [token] = useState(() =>
    typeof location === 'undefined' ? '' : (new URLSearchParams(location.hash.slice(1)).get('token') ?? ''),
  )
  useEffect(() => {
    if (location.hash) history.replaceState(history.state, '', location.pathname + location.search)
  }, [])
  return token
}
