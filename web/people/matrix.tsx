'use client'
import { useMemo } from 'react'
import { classes } from '#web/ui/classes.ts'
import { useLabel, useWords } from '#web/words/words.tsx'
import { useGridKeys } from './grid-keys.ts'
import {
  columns,
  type Grants,
  givable,
  type MatrixModule,
  type MatrixRow,
  type Permission,
  type Reach,
} from './matrix.rules.ts'

type Props = {
  modules: readonly MatrixModule[]
  grants: Grants
  /** As it is kept; what differs from it is marked. */
  base: Grants
  /** Undefined where the role cannot be changed. */
  onChange: ((permission: Permission, reach: Reach | undefined) => void) | undefined
  onChangeAll: (module: MatrixModule, reach: Reach | undefined) => void
}

/** The whole of a role in one table. Its head and its first column stay in sight. */
export function Matrix(props: Props) {
  const { modules, onChange } = props
  const words = useWords('roles')
  const { root, onFocus, onKeyDown } = useGridKeys()
  const starts = useMemo(() => startsOf(modules), [modules])
  return (
    <section aria-label={words('matrix')} className="relative max-h-[72vh] overflow-auto" {...scrollable}>
      <table ref={root} onFocus={onFocus} onKeyDown={onKeyDown} className="w-full border-separate border-spacing-0">
        <caption className="sr-only">{words('matrix')}</caption>
        <thead>
          <tr className="text-muted text-xs">
            <th scope="col" className="sticky start-0 top-0 z-20 border-b bg-surface px-4 py-2 text-start font-medium">
              {words('what')}
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className="sticky top-0 z-10 border-b bg-surface px-1.5 py-2 font-medium">
                {words(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        {modules.map((module, index) => (
          <tbody key={module.name}>
            <ModuleHead module={module} isOpen={onChange !== undefined} onChangeAll={props.onChangeAll} />
            {module.rows.map((row, at) => (
              <Row key={row.key} {...props} row={row} number={(starts[index] ?? 0) + at} />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}

const scrollable = { tabIndex: 0 }

function startsOf(modules: readonly MatrixModule[]): number[] {
  let count = 0
  return modules.map(({ rows }) => {
    count += rows.length
    return count - rows.length
  })
}

type HeadProps = { module: MatrixModule; isOpen: boolean; onChangeAll: Props['onChangeAll'] }

/** The name of the module, and one choice for all that is in it. */
function ModuleHead({ module, isOpen, onChangeAll }: HeadProps) {
  const words = useWords('roles')
  const label = useLabel()
  const name = label(module.name)
  return (
    <tr>
      <th
        scope="rowgroup"
        colSpan={isOpen ? columns.length : columns.length + 1}
        className="sticky start-0 border-b bg-sunken px-4 py-1.5 text-start font-semibold capitalize"
      >
        {name}
      </th>
      {isOpen && (
        <td className="border-b bg-sunken px-1.5 py-1">
          <select
            aria-label={words('setAllOf', { name })}
            className="h-7 w-full min-w-24 rounded-md border bg-surface px-1 text-[0.8125rem] text-muted"
            value=""
            onChange={(event) =>
              onChangeAll(
                module,
                (event.target.value as Reach | 'none') === 'none' ? undefined : (event.target.value as Reach),
              )
            }
          >
            <option value="">{words('setAll')}</option>
            <option value="none">{words('reach.none')}</option>
            <option value="shop">{words('reach.shop')}</option>
            <option value="company">{words('reach.company')}</option>
          </select>
        </td>
      )}
    </tr>
  )
}

function Row({ row, number, grants, base, onChange }: Props & { row: MatrixRow; number: number }) {
  const label = useLabel()
  const name = label(row.label)
  return (
    <tr className="group">
      <th
        scope="row"
        className={classes(
          'sticky start-0 z-[5] min-w-36 max-w-44 border-b bg-surface py-1 pe-2 text-start font-normal group-hover:bg-sunken sm:max-w-none',
          row.isPart ? 'ps-8 text-muted' : 'ps-4',
        )}
      >
        {name}
      </th>
      {columns.map((column, at) => {
        const permission = row.cells[column]
        return (
          <td key={column} className="border-b px-1.5 py-1 text-center group-hover:bg-sunken">
            {permission && (
              <Cell
                permission={permission}
                name={column === 'other' ? label(permission.label) : `${name}: ${label(permission.label)}`}
                value={grants[permission.permission]}
                isChanged={grants[permission.permission] !== base[permission.permission]}
                place={{ 'data-row': number, 'data-column': at }}
                onChange={onChange}
              />
            )}
          </td>
        )
      })}
    </tr>
  )
}

type CellProps = {
  permission: Permission
  name: string
  value: Reach | undefined
  isChanged: boolean
  place: { 'data-row': number; 'data-column': number }
  onChange: Props['onChange']
}

function Cell({ permission, name, value, isChanged, place, onChange }: CellProps) {
  const words = useWords('roles')
  if (!onChange) {
    if (!value) return <span className="text-faint">–</span>
    return (
      <span className="rounded bg-accent-soft px-1.5 py-0.5 text-accent-ink text-xs">{words(`reach.${value}`)}</span>
    )
  }
  const open = givable(permission)
  const isForeign = value !== undefined && !open.includes(value)
  return (
    <select
      {...place}
      name={permission.permission}
      aria-label={isChanged ? words('changedCell', { name }) : name}
      title={permission.permission}
      value={value ?? ''}
      disabled={open.length === 0 || isForeign}
      onChange={(event) => onChange(permission, (event.target.value || undefined) as Reach | undefined)}
      className={classes(
        'h-7 w-full min-w-24 rounded-md border px-1 text-[0.8125rem] disabled:opacity-60',
        value ? 'bg-accent-soft text-accent-ink' : 'bg-surface text-muted',
        isChanged && 'border-accent font-semibold',
      )}
    >
      <option value="">–</option>
      {isForeign && <option value={value}>{words(`reach.${value}`)}</option>}
      {open.map((reach) => (
        <option key={reach} value={reach}>
          {words(`reach.${reach}`)}
        </option>
      ))}
    </select>
  )
}
