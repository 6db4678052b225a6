/** A role as a table: kinds of records and actions downwards, rights across, a reach in each cell. */
import type { AuthListPermissionsAnswer } from '#sdk/auth'

export type Permission = AuthListPermissionsAnswer
export type Reach = 'own' | 'shop' | 'company' | 'all'
export type Grants = Readonly<Record<string, Reach>>
/** What a company's own role may say; `all` is for super admins alone. */
export const givableReaches = ['own', 'shop', 'company'] as const

export const columns = ['create', 'read', 'update', 'delete', 'other'] as const
export type Column = (typeof columns)[number]
export type MatrixRow = {
  /** `catalog.product`, or the permission of an action. */
  key: string
  label: string
  /** Something that is done with the records of the row above it. */
  isPart: boolean
  cells: Partial<Record<Column, Permission>>
}
export type MatrixModule = { name: string; rows: MatrixRow[] }

/** `catalog.product` of `catalog.product.publish`; the module alone for what is about no kind of record. */
const subjectOf = (permission: string): string => permission.split('.').slice(0, -1).join('.')

/** The usual four rights have columns of their own; everything else that can be done has a row of its own. */
const columnOf = ({ permission, right }: Permission): Column =>
  right !== 'do' && permission.endsWith(`.${right}`) && permission.split('.').length > 2 ? right : 'other'

/** Rows by module, in the order in which the registry has them. */
export function rowsOf(permissions: readonly Permission[]): MatrixModule[] {
  const modules = Map.groupBy(permissions, ({ module }) => module)
  return [...modules].map(([name, ofModule]) => {
    const subjects = Map.groupBy(ofModule, ({ permission }) => subjectOf(permission))
    return { name, rows: [...subjects].flatMap(([subject, all]) => rowsOfSubject(subject, all)) }
  })
}

function rowsOfSubject(subject: string, all: readonly Permission[]): MatrixRow[] {
  const usual = all.filter((each) => columnOf(each) !== 'other')
  const others = all.filter((each) => columnOf(each) === 'other')
  const actions = others.map((each) => ({
    key: each.permission,
    label: each.label,
    isPart: usual.length > 0,
    cells: { other: each },
  }))
  if (usual.length === 0) return actions
  const cells = Object.fromEntries(usual.map((each) => [columnOf(each), each]))
  return [{ key: subject, label: nameOf(subject, usual), isPart: false, cells }, ...actions]
}

/** Reading many of a kind is labelled by its plural. */
const nameOf = (subject: string, usual: readonly Permission[]): string =>
  usual[0]?.entityLabel ?? usual.find(({ right }) => right === 'read')?.label ?? subject

/** Rows that have all the words in what `textOf` says of them; of a kind of record also what is done with it. */
export function matching(
  modules: readonly MatrixModule[],
  typed: string,
  textOf: (module: MatrixModule, row: MatrixRow) => string,
): MatrixModule[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return [...modules]
  return modules
    .map((module) => ({
      ...module,
      rows: module.rows.filter((row) => {
        const text = textOf(module, row).toLowerCase()
        return words.every((word) => text.includes(word))
      }),
    }))
    .filter(({ rows }) => rows.length > 0)
}

/** What somebody may give of a permission: as far as it goes, and no further than they hold it themselves. */
export function givable({ reaches, reach }: Pick<Permission, 'reaches' | 'reach'>): Reach[] {
  if (!reach) return []
  const isWhole = reach === 'all' || reach === 'company'
  return givableReaches.filter((each) => reaches.includes(each) && (isWhole || each === reach))
}

export type Difference = { permission: string; before: Reach | undefined; after: Reach | undefined }

/** Every permission that differs, in the order of the table. */
export const differences = (permissions: readonly Permission[], before: Grants, after: Grants): Difference[] =>
  permissions
    .map(({ permission }) => ({ permission, before: before[permission], after: after[permission] }))
    .filter((each) => each.before !== each.after)

/** A permission with another reach, or without it. */
export function withReach(grants: Grants, permission: string, reach: Reach | undefined): Grants {
  const { [permission]: _, ...others } = grants
  return reach ? { ...others, [permission]: reach } : others
}

/** As the API takes them. What reaches all companies reaches its own in a copy. */
export const linesOf = (grants: Grants): { permission: string; scope: 'own' | 'shop' | 'company' }[] =>
  Object.entries(grants).map(([permission, reach]) => ({ permission, scope: reach === 'all' ? 'company' : reach }))
