import { EntityList } from '#web/console/list/entity-list.tsx'

export default function Page() {
  return <EntityList name="crm.customer" />
}
