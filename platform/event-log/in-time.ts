/** What is waited for, but not for ever: a driver may keep a query whose connection went away unanswered. */
export class TooLate extends Error {}

/** Answers as the work does. Rejects with TooLate when it has not ended in time; the work goes on unheard. */
export async function inTime<R>(milliseconds: number, work: Promise<R>): Promise<R> {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new TooLate(`not done after ${milliseconds} ms`)), milliseconds)
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
