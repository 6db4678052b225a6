/**
 * Tells a barcode scanner from a person: it types like a keyboard, but far faster, and ends with Enter. Pure: keys and
 * their times come in.
 */

export type Burst = { text: string; lastMs: number; slowest: number }
export const noBurst: Burst = { text: '', lastMs: Number.NEGATIVE_INFINITY, slowest: 0 }

/** People do not keep up 13 keys in a second; scanners have pauses of 1 to 30 ms, and a busy device adds to them. */
const mostBetweenMs = 75
const shortest = 4

export type Step = { burst: Burst; scanned?: string }

/** One key. `scanned` is there when Enter ends what only a scanner can have typed. */
export function hear(burst: Burst, key: string, atMs: number): Step {
  const pause = atMs - burst.lastMs
  const isGoingOn = burst.text !== '' && pause <= mostBetweenMs
  if (key === 'Enter' || key === 'Tab') {
    return isGoingOn && burst.text.length >= shortest ? { burst: noBurst, scanned: burst.text } : { burst: noBurst }
  }
  // Shift and the like come between the signs of a code.
  if (key.length !== 1) return { burst: isModifier(key) ? burst : noBurst }
  if (!isGoingOn) return { burst: { text: key, lastMs: atMs, slowest: 0 } }
  return { burst: { text: burst.text + key, lastMs: atMs, slowest: Math.max(burst.slowest, pause) } }
}

const isModifier = (key: string): boolean => key === 'Shift' || key === 'CapsLock' || key === 'AltGraph'

/** What stood in a field before a scanner typed into it. */
export const withoutScan = (value: string, scanned: string): string =>
  value.endsWith(scanned) ? value.slice(0, -scanned.length) : value
