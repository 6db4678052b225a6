import { defineRefusals } from '#kernel'

/** The refusals of inventory. */
export const inventoryRefusals = defineRefusals({
  OUT_OF_STOCK: {
    status: 409,
    says: 'There is not enough stock. The details name each product and what is available.',
  },
  NO_SELLING_WAREHOUSE: {
    status: 409,
    says: 'No warehouse sells for this shop. Create one, or set sellsFor on one of its warehouses.',
  },
})

/** Makes a refusal of inventory. */
export const refuse = inventoryRefusals.refuse
