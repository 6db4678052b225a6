/** Of which company things are shown: who looks after all sees all, unless they have chosen one. */
import { type Context, installation } from '#kernel'

/** The company; undefined for the whole installation. */
export const whoseOf = ({ scope, companyId }: Pick<Context, 'scope' | 'companyId'>): string | undefined =>
  scope === 'all' && companyId === installation ? undefined : companyId

/** The same as an option, to be spread into a query. */
export function ofWhose(context: Pick<Context, 'scope' | 'companyId'>): { companyId?: string } {
  const companyId = whoseOf(context)
  return companyId ? { companyId } : {}
}
