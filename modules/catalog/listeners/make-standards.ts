import { defineListener } from '#kernel'
import { ensureStandardTaxes, ensureStandardUnits } from '../standards.ts'

/** Gives every new company units to count in and the tax categories of its country. */
export const makeStandards = defineListener('make-standards', {
  on: ['company.created'],
  says: 'Makes the standard units and tax categories of a new company.',
  run: async (context, events) => {
    for (const { data } of events) {
      const company = data.after as { country?: string | null } | undefined
      await ensureStandardUnits(context)
      await ensureStandardTaxes(context, company?.country ?? null)
    }
  },
})
