/** Decisions about products and their variants, without I/O. */
import { refuse } from '#kernel'

/** The values that a variant has, by option: `{ Size: 'L', Colour: 'Red' }`. */
export type OptionValues = Record<string, string>

/** How many variants one call may make. */
export const variantsMax = 200
const namesMax = 5
const valueLengthMax = 60

/** Only goods are kept in stock. */
export const isStocked = (kind: unknown, stocked: unknown): boolean => kind === 'goods' && stocked === true

/**
 * Every combination of the values, in the order given: the last option turns fastest. Refused with VALIDATION_FAILED:
 * no option or more than 5, an option without values, repeated or unusable values, more than 200 combinations.
 */
export function variantMatrix(options: Record<string, unknown>): OptionValues[] {
  const names = Object.keys(options)
  if (names.length === 0 || names.length > namesMax) throw invalid('options', `Name 1 to ${namesMax} options.`)
  const lists = names.map((name) => ({ name, values: valuesOf(name, options[name]) }))
  const count = lists.reduce((product, { values }) => product * values.length, 1)
  if (count > variantsMax) {
    throw invalid('options', `These are ${count} variants; ${variantsMax} can be made in one call. Give fewer values.`)
  }
  return lists.reduce<OptionValues[]>(
    (made, { name, values }) => made.flatMap((one) => values.map((value) => ({ ...one, [name]: value }))),
    [{}],
  )
}

function valuesOf(name: string, given: unknown): string[] {
  const field = `options.${name}`
  if (!isText(name)) throw invalid(field, 'The name of an option has 1 to 60 characters, without spaces at its ends.')
  if (!Array.isArray(given) || given.length === 0) throw invalid(field, 'Give a list of at least one value.')
  const values = given.filter((value) => isText(value))
  if (values.length !== given.length) throw invalid(field, 'Each value is a text of 1 to 60 characters.')
  if (new Set(values).size !== values.length) throw invalid(field, 'Give each value once.')
  return values
}

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= valueLengthMax && value.trim() === value

/**
 * The SKU of a variant: `{sku}` is the parent's, `{Size}` the value of that option. Values are written in capitals
 * and joined words, so that "Light blue" becomes "LIGHT-BLUE". Refused with VALIDATION_FAILED: a place without an
 * option, and a result of more than 64 characters.
 */
export function variantSku(pattern: string, parentSku: string, values: OptionValues): string {
  const sku = pattern.replace(/\{([^{}]*)\}/g, (_, name: string) => {
    if (name === 'sku') return parentSku
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    if (value === undefined) throw invalid('skuPattern', `{${name}} is none of the options.`)
    return value.toUpperCase().replace(/\s+/g, '-')
  })
  if (sku.length > 64) throw invalid('skuPattern', `${sku} is longer than 64 characters. Shorten the pattern.`)
  return sku
}

/** `{sku}-{Size}-{Colour}` */
export const defaultSkuPattern = (names: readonly string[]): string =>
  ['{sku}', ...names.map((name) => `{${name}}`)].join('-')

/** The name of a variant: "Shirt (L, Red)". Cut to what a name holds. */
export const variantName = (parentName: string, values: OptionValues): string =>
  `${parentName} (${Object.values(values).join(', ')})`.slice(0, 200)

/** What a variant's parent says about which variants fit. */
export type Parent = { parentId: string | null; shopId: string | null; kind: string; optionNames: readonly string[] }

/** Why a product cannot be a variant of that parent, with the fix; undefined when it can. */
export function variantProblem(
  parent: Parent,
  variant: { kind: string; shopId: string | null; options: Record<string, unknown> },
): string | undefined {
  if (parent.parentId !== null) return 'The parent is a variant itself. Name the product above it.'
  if (parent.kind !== variant.kind) return `The parent is of kind ${parent.kind}; a variant is of the same kind.`
  if (parent.shopId !== null && parent.shopId !== variant.shopId) {
    return 'The parent is sold at one shop only; give the variant the same shopId.'
  }
  const wanted = [...parent.optionNames].sort()
  const given = Object.keys(variant.options).sort()
  if (wanted.length === 0) return 'The parent has no options. Give it optionNames first.'
  if (wanted.join('\n') === given.join('\n') && Object.values(variant.options).every(isText)) return undefined
  return `Give one text for each option of the parent: ${parent.optionNames.join(', ')}.`
}

const invalid = (field: string, message: string) => refuse('VALIDATION_FAILED', [{ field, message }])
