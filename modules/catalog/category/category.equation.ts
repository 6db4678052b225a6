import type { Equation } from '#kernel'

/** Paths are kept beside the parents, so they are proven like every other derived figure. */
export const categoryPaths: Equation = {
  name: 'category-paths',
  says: "The path of a category is its parent, followed by the parent's path.",
  sql: `
    select c.company_id, c.id as what, c.path, p.id as parent, p.path as parent_path
    from catalog.category c left join catalog.category p on p.company_id = c.company_id and p.id = c.parent_id
    where c.path <> case when p.id is null then '{}'::text[] else p.id::text || p.path end`,
}
