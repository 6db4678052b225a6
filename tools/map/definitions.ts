/** In which file a definition stands, found by the words with which it is made. */
import { globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What is looked for: `{ module: 'catalog', maker: 'defineAction', name: 'publish', folder: 'product' }`. */
export type Wanted = { module: string; maker: string; name: string; folder?: string }
/** Answers the path from the root. Throws an Error when no file of the module makes such a thing. */
export type FileOf = (wanted: Wanted) => string

/** The owner of what is made outside of modules/, by the doors that surfaces and platform bring along. */
const elsewhere = ''

/** Reads the modules' files once. Of several actions with one name, the one in the entity's folder is meant. */
export async function findDefinitions(root: string): Promise<FileOf> {
  const places = new Map<string, string[]>()
  const paths = globSync('{modules,surfaces,platform}/**/*.ts', { cwd: root }).toSorted()
  for (const path of paths.filter((each) => !/\.(test|fixture)\.ts$/.test(each))) {
    const text = await readFile(join(root, path), 'utf8')
    const manifest = text.match(/\bdefineModule\(\{\s*name: '([^']+)'/)?.[1]
    const module = path.startsWith('modules/') ? path.split('/')[1] : elsewhere
    if (manifest) places.set(`${manifest} defineModule ${manifest}`, [path])
    for (const [, maker, name] of text.matchAll(/\b(define\w+)\(\s*'([^']+)'/g)) {
      const key = `${module} ${maker} ${name}`
      places.set(key, [...(places.get(key) ?? []), path])
    }
  }
  return ({ module, maker, name, folder }) => {
    const found = [module, elsewhere].flatMap((owner) => places.get(`${owner} ${maker} ${name}`) ?? [])
    const file = found.find((path) => folder && path.includes(`/${folder}/`)) ?? found[0]
    if (!file) throw new Error(`${module}: no file makes ${name} by ${maker}('${name}', ...)`)
    return file
  }
}
