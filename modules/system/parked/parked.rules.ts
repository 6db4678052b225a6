/** How a failed event is named, and what its error is told as. */
import { isRefusal } from '#kernel'

type Named = { listener: string; eventSeq: number }

/** `finance.post-journals.123` */
export const idOf = ({ listener, eventSeq }: Named): string => `${listener}.${eventSeq}`

export function partsOf(id: string): Named | undefined {
  const [, listener, number] = /^([a-z][A-Za-z.-]*)\.(\d{1,15})$/.exec(id) ?? []
  return listener && number ? { listener, eventSeq: Number(number) } : undefined
}

/** The sentence of an error, without what only a programmer reads. */
export function reasonOf(error: unknown): string {
  if (isRefusal(error))
    return [`${error.code}: ${error.message}`, ...error.details.map((each) => each.message)].join(' ')
  return error instanceof Error ? error.message : String(error)
}
