/** One tab of a browser is the till: two would give the same numbers out. The browser's own locks decide. */

export type Hold = { release: () => void }
const lockName = 'entrepot-till'

const tries = 10
const betweenMs = 120

/**
 * The hold, or undefined where another tab has it; `steal` takes it from there, `onLost` is called when this tab loses
 * it so. A page that is just going away, such as before a reload, is given a second to let go.
 */
export async function holdTill({ steal, onLost }: Wish): Promise<Hold | undefined> {
  for (let n = 0; n < tries; n++) {
    const hold = await tryToHold({ steal, onLost })
    if (hold) return hold
    await new Promise((resolve) => setTimeout(resolve, betweenMs))
  }
  return undefined
}

type Wish = { steal: boolean; onLost: () => void }

function tryToHold({ steal, onLost }: Wish): Promise<Hold | undefined> {
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
