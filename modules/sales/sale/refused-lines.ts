import { isRefusal, Refusal, type RefusalDetail } from '#kernel'

const lineField = /^lines\.(\d+)(.*)$/

/**
 * Waits for work that was handed some lines, and puts its refusal in the words of whoever handed them over: `inWords`
 * says what a detail of the `index`-th of them is about. Other details and other errors stay as they are.
 */
export async function withRefusedLines<R>(
  work: PromiseLike<R>,
  inWords: (index: number, detail: RefusalDetail, rest: string) => RefusalDetail,
): Promise<R> {
  try {
    return await work
  } catch (error) {
    if (!isRefusal(error)) throw error
    const { code, status, message: says, details, retryAfter } = error
    const told = details.map((detail) => {
      const [, index, rest = ''] = lineField.exec(detail.field ?? '') ?? []
      return index === undefined ? detail : inWords(Number(index), detail, rest)
    })
    throw new Refusal(code, { status, says }, told, retryAfter)
  }
}
