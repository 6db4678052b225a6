/** Small edits of source texts by the generators. Each throws an Error when it does not find its place. */

/** Adds an import after the last one, or after the comment at the top. */
export function withImport(source: string, line: string): string {
  const last = [...source.matchAll(/^import [\s\S]*?from '[^']+'$/gm)].at(-1)
  if (!last) return `${line}\n\n${source}`
  const end = last.index + last[0].length
  return `${source.slice(0, end)}\n${line}${source.slice(end)}`
}

/** Adds a name at the end of `entities: [...]` of a manifest, or makes the list after `resource`. */
export function withEntity(source: string, name: string): string {
  if (/^ {2}entities: \[/m.test(source)) return withItem(source, /^( {2}entities: \[)([^\]]*)\]/m, name)
  const resource = source.match(/^ {2}resource: .*$/m)
  if (!resource) throw new Error('The manifest has neither entities nor a resource on a line of its own.')
  return source.replace(resource[0], `${resource[0]}\n  entities: [${name}],`)
}

/** Adds a module at the end of the list in processes/modules.ts. */
export const withModule = (source: string, name: string): string =>
  withItem(source, /^(export const modules: readonly ModuleDefinition\[\] = \[)([^\]]*)\]/m, name)

/** `list` matches up to the closing bracket: what opens the list, and its items. */
function withItem(source: string, list: RegExp, item: string): string {
  const [whole, opening, found] = source.match(list) ?? []
  if (whole === undefined || opening === undefined) throw new Error(`There is no list to which ${item} could be added.`)
  const before = (found ?? '').trim().replace(/,$/, '')
  return source.replace(whole, () => `${opening}${before === '' ? item : `${before}, ${item}`}]`)
}
