/** The names that types have in the SDK: addresses in capitals, `catalog.priceList` is `CatalogPriceList`. */
export const typeName = (address: string, ending = ''): string =>
  `${address
    .split(/[._-]/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')}${ending}`

/** The file that holds the routes and records of a module. */
export const fileOf = (module: string): string => `${module}.ts`
