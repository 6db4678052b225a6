import { code, defineEntity, type EntityDefinition, link, text } from '#kernel'

/** A part of the company that people and costs belong to. */
export const department: EntityDefinition = defineEntity('department', {
  label: 'Department',
  plural: 'Departments',
  path: '/departments',
  resource: 'settings',
  fields: {
    code: code({ label: 'Code', required: true, unique: true, max: 20, search: true, list: 1 }),
    name: text({ label: 'Name', required: true, max: 120, search: true, list: 2 }),
    parent: link({ label: 'Part of', to: (): EntityDefinition => department }),
  },
  csv: { key: 'code' },
})
