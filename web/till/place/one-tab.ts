/** One tab of a browser is the till: two would give the same numbers out. The browser's own locks decide. */

export type Hold = { release: () => void }
const lockName = 'entrepot-till'

/** The hold, or undefined where another tab has it. `steal` takes it from there; `onLost` when this tab loses it so. */
export function holdTill({ steal, onLost }: { steal: boolean; onLost: () => void }): Promise<Hold | undefined> {
  return new Promise((resolve) => {
    let release = (): void => undefined
    let isReleased = false
    const held = new Promise<void>((end) => {
      release = () => {
        isReleased = true
        end()
      }
    })
    navigator.locks
      .request(lockName, steal ? { steal } : { ifAvailable: true }, async (lock) => {
        if (!lock) return resolve(undefined)
        resolve({ release })
        await held
      })
      .catch(() => {
        if (!isReleased) onLost()
      })
  })
}
