/** What the server came to against what the till came to. One engine on the same facts: they should agree. Pure. */
import type { Draft } from '#engines/sale'
import type { AnswerOf } from '#sdk/client'

export type Answer = Pick<AnswerOf<'POST /erp/sales'>, 'net' | 'tax' | 'total'> & {
  lines: readonly Pick<
    AnswerOf<'POST /erp/sales'>['lines'][number],
    'sku' | 'unitPrice' | 'discount' | 'net' | 'tax' | 'gross'
  >[]
}

/** Every figure that differs, as "total 1250, server 1200"; empty where they agree. */
export function differences(draft: Draft, answer: Answer): string[] {
  const found: string[] = []
  const compare = (name: string, ours: number | undefined, theirs: number | undefined) => {
    if (ours !== theirs) found.push(`${name} ${ours ?? '-'}, server ${theirs ?? '-'}`)
  }
  compare('net', draft.net, answer.net.amount)
  compare('tax', draft.tax, answer.tax.amount)
  compare('total', draft.total, answer.total.amount)
  compare('lines', draft.lines.length, answer.lines.length)
  for (const [index, line] of draft.lines.entries()) {
    const theirs = answer.lines[index]
    if (!theirs) continue
    compare(`${line.sku} price`, line.unitPrice, theirs.unitPrice.amount)
    compare(`${line.sku} discount`, line.discount, theirs.discount?.amount)
    compare(`${line.sku} gross`, line.gross, theirs.gross.amount)
  }
  return found
}
