/** The goods of the bench: as many as wanted, under names that can be searched. */

const colours = [
  'white',
  'red',
  'blue',
  'ivory',
  'black',
  'pink',
  'green',
  'silver',
  'gold',
  'vintage',
  'retro',
  'mini',
]
const materials = ['ceramic', 'glass', 'wooden', 'cotton', 'paper', 'metal', 'felt', 'wicker', 'enamel', 'marble']
const things = [
  ...['lantern', 'holder', 'heart', 'mug', 'bowl', 'clock', 'frame', 'cushion', 'apron', 'basket'],
  ...['candle', 'card', 'bunting', 'box', 'tin', 'tray', 'umbrella', 'hook', 'sign', 'bag'],
]

/** Name of the n-th product; every word occurs in an even share of them. */
export function nameOf(index: number): string {
  const of = (words: readonly string[], divisor: number) => words[Math.floor(index / divisor) % words.length]
  const [colour, material] = [of(colours, 1), of(materials, colours.length)]
  return `${colour} ${material} ${of(things, colours.length * materials.length)} no ${index}`
}
export const skuOf = (index: number): string => `SKU${String(index).padStart(7, '0')}`

/** Words to search by: one word, and two that both must occur. */
export const searches = things.flatMap((thing, index) => [thing, `${colours[index % colours.length]} ${thing}`])

/** A CSV file of so many products, chunk by chunk: the whole of it is never in memory. */
export async function* productFile(count: number): AsyncGenerator<Uint8Array> {
  yield Buffer.from('SKU,Name,Kind,Kept in stock,Price\n')
  for (let at = 0; at < count; at += 500) {
    const rows = Array.from({ length: Math.min(500, count - at) }, (_, offset) => {
      const index = at + offset
      return `${skuOf(index)},${nameOf(index)},goods,yes,${(index % 90) + 1}.99\n`
    })
    yield Buffer.from(rows.join(''))
  }
}
