/** How many sets a cart holds, and which units of which lines are in them. */
import { type CartLine, compareUnitValue } from './cart.ts'

/** So many whole units of a line. */
export type Taken = { of: CartLine; units: number }
export type SetPart = { lines: readonly CartLine[]; quantity: number; breadth: number }

const unitsOf = (lines: readonly CartLine[]): number => lines.reduce((sum, { units }) => sum + units, 0)

/** Takes so many units, in the order given; fewer where there are not so many. */
export function takeUnits(lines: readonly CartLine[], wanted: number): Taken[] {
  const taken: Taken[] = []
  let missing = wanted
  for (const of of lines) {
    if (missing === 0) break
    const units = Math.min(of.units, missing)
    if (units > 0) taken.push({ of, units })
    missing -= units
  }
  return taken
}

/**
 * The units that come at the lower price: for every `buy` bought, `get` of the cheapest. Where other goods are given,
 * those count as bought no more.
 */
export function givenUnits(
  bought: readonly CartLine[],
  given: readonly CartLine[] | undefined,
  { buy, get, setsMax }: { buy: number; get: number; setsMax: number },
): Taken[] {
  const rewards = given ?? bought
  const others = given ? bought.filter((line) => !given.includes(line)) : bought
  const perSet = given ? buy : buy + get
  const sets = Math.min(Math.floor(unitsOf(others) / perSet), setsMax)
  return takeUnits(rewards.toSorted(compareUnitValue), sets * get)
}

/**
 * As many whole sets as the lines hold, of the dearest units. Parts that name goods more closely choose first. Found by
 * halving, because what fits for a number of sets fits for every lower one.
 */
export function bundledUnits(parts: readonly SetPart[], setsMax: number): { sets: number; taken: Taken[] } {
  const ordered = parts
    .toSorted((a, b) => a.breadth - b.breadth)
    .map((part) => ({ ...part, lines: part.lines.toSorted((a, b) => compareUnitValue(b, a)) }))
  if (ordered.length === 0) return { sets: 0, taken: [] }
  let sets = 0
  let taken: Taken[] = []
  let tooMany = Math.min(...ordered.map(({ lines, quantity }) => Math.floor(unitsOf(lines) / quantity)), setsMax) + 1
  while (tooMany - sets > 1) {
    const middle = Math.floor((sets + tooMany) / 2)
    const fits = takeParts(ordered, middle)
    if (fits) {
      sets = middle
      taken = fits
    } else tooMany = middle
  }
  return { sets, taken }
}

function takeParts(parts: readonly SetPart[], sets: number): Taken[] | undefined {
  const used = new Map<CartLine, number>()
  for (const { lines, quantity } of parts) {
    let missing = quantity * sets
    for (const line of lines) {
      if (missing === 0) break
      const units = Math.min(line.units - (used.get(line) ?? 0), missing)
      if (units > 0) used.set(line, (used.get(line) ?? 0) + units)
      missing -= units
    }
    if (missing > 0) return undefined
  }
  return [...used].map(([of, units]) => ({ of, units })).sort((a, b) => a.of.rank - b.of.rank)
}
