/**
 * Refusals in the language of the page. The catalogue's sentences and fixed details are labels by their English text; a
 * detail that names figures of its own stays as the API says it.
 */
import { ApiRefusal } from '#sdk/client'

type Say = (english: string) => string
let say: Say = (english) => english

/** Takes the labels of the page: from then on every call refuses in them. */
export function refuseIn(labels: Say): void {
  say = labels
}

/** The same refusal in the language of the page; any other error as it is. */
export function inWords(error: unknown): unknown {
  if (!(error instanceof ApiRefusal)) return error
  const { code, status, message, details, requestId, retryAfter } = error
  const said = details.map((detail) => ({ ...detail, message: say(detail.message) }))
  return new ApiRefusal({ code, status, message: say(message), details: said, requestId, retryAfter })
}
