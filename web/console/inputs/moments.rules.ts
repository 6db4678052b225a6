/** Moments between the clock on the wall and UTC. */

/** "2025-01-31T10:00:00Z" as the picker writes it, on the clock of this place. */
export function toLocal(value: unknown): string {
  if (typeof value !== 'string' || Number.isNaN(Date.parse(value))) return ''
  const moment = new Date(value)
  const [year, ...parts] = [
    moment.getFullYear(),
    moment.getMonth() + 1,
    moment.getDate(),
    moment.getHours(),
    moment.getMinutes(),
  ]
  const [month, day, hours, minutes] = parts.map((part) => String(part).padStart(2, '0'))
  return `${String(year).padStart(4, '0')}-${month}-${day}T${hours}:${minutes}`
}

/** What the picker wrote, in UTC; null when it is not complete. */
export function fromLocal(text: string): string | null {
  const moment = new Date(text)
  return text === '' || Number.isNaN(moment.valueOf()) ? null : moment.toISOString().replace('.000Z', 'Z')
}
