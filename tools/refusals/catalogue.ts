/** Every refusal code of an installation, with who owns it. */
import { coreRefusals, type RefusalKind } from '#kernel'
import { outboundRefusals } from '#platform/outbound'
import { modules } from '../../processes/modules.ts'

/** A code; `owner` is the module whose operations refuse with it, or what every module shares. */
export type CatalogueEntry = RefusalKind & { code: string; owner: string }

/** An owner and its codes. */
type Declared = [string, Readonly<Record<string, RefusalKind>>]

/** What every route may answer. */
export const coreOwner = 'every route'
/** What calls to other systems may end with, whichever module makes them. */
export const outboundOwner = 'calls to other systems'

/** The codes by owner: those of every route first, then by module in the order in which modules stand. */
export function refusalCatalogue(): CatalogueEntry[] {
  const sets: Declared[] = [
    [coreOwner, coreRefusals.kinds],
    ...modules.flatMap(({ name, refusals = [] }) => refusals.map(({ kinds }): Declared => [name, kinds])),
    [outboundOwner, outboundRefusals.kinds],
  ]
  const found = new Map<string, CatalogueEntry>()
  for (const [owner, kinds] of sets) {
    for (const [code, kind] of Object.entries(kinds)) if (!found.has(code)) found.set(code, { code, owner, ...kind })
  }
  return [...found.values()]
}
