import { defineRefusals } from '#kernel'

/** The refusals of inventory. */
export const inventoryRefusals = defineRefusals({
  OUT_OF_STOCK: {
    status: 409,
    says: 'There is not enough stock. The details name each product and what is available.',
  },
  LOT_REQUIRED: { status: 422, says: 'A batch or serial number must be named. The details say where.' },
  LOT_UNAVAILABLE: {
    status: 409,
    says: 'A batch has not so much, has expired, or is blocked. The details name the lines.',
  },
  LOT_MISMATCH: { status: 422, says: 'This does not fit what is known of the batch or serial number.' },
  COST_NOT_CORRECTABLE: { status: 409, says: 'The cost of this move cannot be corrected. The details say why.' },
  NO_SELLING_WAREHOUSE: {
    status: 409,
    says: 'No warehouse sells for this shop. Create one, or set sellsFor on one of its warehouses.',
  },
})

/** Makes a refusal of inventory. */
export const refuse = inventoryRefusals.refuse
