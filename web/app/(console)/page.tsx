import { Dashboard } from '#web/console/dashboard/dashboard.tsx'

export default function Page() {
  return <Dashboard />
}
