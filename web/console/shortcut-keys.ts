/** The register of shortcuts, and what a pressed key means, whatever the keyboard's language. */

export type Shortcut = {
  /** `n`, `g p`, `mod+k` */
  keys: string
  label: string
  group: 'here' | 'everywhere'
  repeats: boolean
  run: () => void
}

const offKey = 'entrepot.shortcuts'
/** So long a first key (`g`) waits for the second. */
const pauseMs = 1500

let offered: Shortcut[] = []
const watchers = new Set<() => void>()
const showers = new Set<() => void>()
const changed = () => {
  for (const watcher of watchers) watcher()
}

export const shortcuts = {
  /** The later one wins where two offer the same keys. Answers how to take it back. */
  add: (shortcut: Shortcut): (() => void) => {
    offered = [...offered, shortcut]
    changed()
    return () => {
      offered = offered.filter((each) => each !== shortcut)
      changed()
    }
  },
  all: (): readonly Shortcut[] => offered,
  subscribe: (watcher: () => void): (() => void) => {
    watchers.add(watcher)
    return () => watchers.delete(watcher)
  },
  /** Keys without Ctrl can be turned off: who speaks to their computer would press them by talking. */
  areOn: (): boolean => localStorage.getItem(offKey) !== 'off',
  turn: (on: boolean): void => {
    if (on) localStorage.removeItem(offKey)
    else localStorage.setItem(offKey, 'off')
    changed()
  },
  show: (): void => {
    for (const shower of showers) shower()
  },
  onShow: (shower: () => void): (() => void) => {
    showers.add(shower)
    return () => showers.delete(shower)
  },
  listener: (): ((event: KeyboardEvent) => void) => {
    let first = ''
    let pressedAt = 0
    return (event) => {
      const key = nameOf(event)
      if (!key || event.defaultPrevented || event.isComposing) return
      if (!key.startsWith('mod+') && (!shortcuts.areOn() || isBusyElsewhere(event.target))) return
      const before = event.timeStamp - pressedAt < pauseMs ? first : ''
      const found = find(`${before} ${key}`.trim()) ?? find(key)
      first = ''
      if (found && (found.repeats || !event.repeat)) {
        event.preventDefault()
        found.run()
      } else if (offered.some(({ keys }) => keys.startsWith(`${key} `))) {
        first = key
        pressedAt = event.timeStamp
      }
    }
  },
}

const find = (keys: string): Shortcut | undefined => offered.findLast((each) => each.keys === keys)

/** Somebody types, or something lies over the page. */
function isBusyElsewhere(target: EventTarget | null): boolean {
  if (target instanceof HTMLElement) {
    if (target.isContentEditable || target.matches('textarea, select')) return true
    if (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type)) return true
  }
  return document.querySelector('[role=dialog][data-state=open], [role=menu][data-state=open]') !== null
}

/** Keys by their place where the keyboard writes another script: the key of `j` is the key of `j` in Arabic too. */
function nameOf({ key, code, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): string | undefined {
  if (altKey || ['Shift', 'Control', 'Meta', 'Alt', 'AltGraph'].includes(key)) return undefined
  const isPlain = key.length > 1 || (key >= ' ' && key <= '~')
  const name = isPlain ? key.toLowerCase() : byPlace(code, shiftKey)
  return name && (ctrlKey || metaKey) ? `mod+${name}` : name
}

function byPlace(code: string, isShifted: boolean): string | undefined {
  if (code === 'Slash') return isShifted ? '?' : '/'
  return /^Key[A-Z]$/.test(code) ? code.slice(3).toLowerCase() : undefined
}

/** A key as it is written on it. */
export function keyOf(key: string): string {
  const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent)
  const names: Record<string, string> = { mod: isMac ? '⌘' : 'Ctrl', enter: '↵', escape: 'Esc' }
  return names[key] ?? (key.length === 1 ? key.toUpperCase() : key)
}
