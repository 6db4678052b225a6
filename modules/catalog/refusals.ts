import { defineRefusals } from '#kernel'

/** What the catalog refuses beyond what every entity does. */
export const catalogRefusals = defineRefusals({
  PRODUCT_NOT_SELLABLE: { status: 422, says: 'A product cannot be sold as it is. The details say which and why.' },
  BUNDLE_NOT_ALLOWED: { status: 422, says: 'This product cannot be or be part of a bundle. The details say why.' },
  TAX_CATEGORY_MISSING: {
    status: 422,
    says: 'A product has no tax category and the company has no default. Set one of the two.',
  },
  TAX_RATES_OVERLAP: { status: 409, says: 'A tax category has one rate a day. End the other rate first.' },
  VARIANT_NOT_ALLOWED: { status: 422, says: 'This product cannot have or be such a variant. The details say why.' },
})
