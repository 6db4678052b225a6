import { boolean, choice, code, defineEntity, text } from '#kernel'

/** What an adjustment does in the ledger: which account stands against stock. */
export const adjustmentEffects = ['shrinkage', 'gain', 'opening', 'correction', 'use'] as const
export type AdjustmentEffect = (typeof adjustmentEffects)[number]

/** Why stock is counted differently than it was. */
export const adjustmentReason = defineEntity('adjustmentReason', {
  label: 'Adjustment reason',
  plural: 'Adjustment reasons',
  fields: {
    code: code({
      label: 'Code',
      required: true,
      max: 40,
      unique: true,
      fixed: true,
      search: true,
      list: 1,
      example: 'gift',
    }),
    name: text({ label: 'Name', required: true, max: 120, search: true, list: 2, example: 'Given away' }),
    effect: choice(adjustmentEffects, { label: 'Effect', required: true, list: 3, help: 'Which account is charged.' }),
    active: boolean({ label: 'In use', default: true, list: 4 }),
  },
  csv: { key: 'code' },
})
