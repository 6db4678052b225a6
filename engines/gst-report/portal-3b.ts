/** GSTR-3B in the JSON form of the portal; names of fields from memory, to be checked before filing. Pure. */
import type { Figures } from './cube.ts'
import type { Gstr3b, InterRow } from './gstr3b.ts'
import { rupees } from './portal.ts'

type Facts = { readonly gstin: string; readonly period: string; readonly figures: Gstr3b }

/** Inward supplies and input tax are nothing: the product keeps no purchases yet. */
export function gstr3bJson({ gstin, period, figures }: Facts): { readonly [key: string]: unknown } {
  const to = (kind: InterRow['to']) =>
    figures.inter
      .filter((row) => row.to === kind)
      .map(({ place, taxable, igst }) => ({ pos: place, txval: rupees(taxable), iamt: rupees(igst) }))
  return {
    gstin,
    ret_period: `${period.slice(5)}${period.slice(0, 4)}`,
    sup_details: {
      osup_det: amounts(figures.taxable),
      osup_zero: amounts(figures.zeroRated),
      osup_nil_exmp: amounts(figures.exempt),
      isup_rev: amounts({ taxable: 0, igst: 0, cgst: 0, sgst: 0, cess: 0 }),
      osup_nongst: amounts(figures.nonGst),
    },
    inter_sup: { unreg_details: to('unregistered'), comp_details: to('composition'), uin_details: to('uin') },
  }
}

const amounts = ({ taxable, igst, cgst, sgst, cess }: Figures) => ({
  ...{ txval: rupees(taxable), iamt: rupees(igst), camt: rupees(cgst), samt: rupees(sgst), csamt: rupees(cess) },
})
