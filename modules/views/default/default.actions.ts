/** With which view the list of an entity opens, for each person. */
import { code, defineAction, integer, link, refuse, text } from '#kernel'
import { view } from '../view/view.entity.ts'

const output = { entity: text({ required: true }), view: link({ to: () => view }) }

export const listDefaults = defineAction('listDefaults', {
  label: 'Default views',
  says: 'Tells with which views your lists open.',
  method: 'GET',
  path: '/views/defaults',
  access: 'signed-in',
  answersList: true,
  input: { limit: integer({ min: 1, max: 200, default: 200 }) },
  output,
  run: ({ sql, companyId, actor }, { limit = 200 }) => sql`
    select entity, view_id as "viewId" from views.default_view
    where company_id = ${companyId} and user_id = ${actor.id} order by entity limit ${limit}`,
})

export const chooseDefault = defineAction('chooseDefault', {
  label: 'Choose the default view',
  says: 'Opens the list of an entity with one of your views or a shared one; without a view, as it is by itself.',
  method: 'PUT',
  path: '/views/defaults',
  access: 'signed-in',
  input: {
    entity: text({ label: 'List', required: true, max: 100, example: 'catalog.product' }),
    viewId: code({ label: 'View', max: 36, pattern: '^[0-9a-fA-F-]{36}$' }),
  },
  output,
  refuses: ['REFERENCE_NOT_FOUND'],
  emits: ['view.chosen'],
  example: { entity: 'catalog.product' },
  run: async (context, { entity, viewId }) => {
    const { sql, companyId, actor } = context
    if (viewId === undefined) {
      const gone = await sql`delete from views.default_view
        where company_id = ${companyId} and user_id = ${actor.id} and entity = ${entity} returning view_id as id`
      for (const { id } of gone)
        context.emit('view.chosen', { entity: 'views.view', id, data: { entity, viewId: null } })
      return { entity, viewId: null }
    }
    const isReadable = actor.customerId
      ? sql`owned_by = ${actor.customerId}`
      : sql`(owned_by = ${actor.id} or is_shared)`
    const [chosen] = await sql`
      insert into views.default_view (company_id, user_id, entity, view_id)
      select company_id, ${actor.id}, entity, id from views.view
      where company_id = ${companyId} and id = ${viewId} and entity = ${entity} and ${isReadable}
      on conflict (company_id, user_id, entity) do update set view_id = excluded.view_id
      returning view_id as id`
    if (!chosen) throw refuse('REFERENCE_NOT_FOUND', [{ field: 'viewId', message: 'does not exist for this list' }])
    context.emit('view.chosen', { entity: 'views.view', id: chosen.id, data: { entity, viewId: chosen.id } })
    return { entity, viewId: chosen.id }
  },
})
