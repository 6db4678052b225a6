/** In which order fields stand on a page, and under which heads: by what they are, for nobody has said it for each. */
import type { FieldDescription } from '#web/data/description.ts'

export type SectionName = 'facts' | 'amounts' | 'links' | 'times' | 'contact' | 'more'
export type Section = {
  /** A name of ours, or that of the one field which is a section of its own. */
  name: SectionName | 'own'
  label?: string
  fields: FieldDescription[]
}

const order: readonly SectionName[] = ['facts', 'amounts', 'contact', 'links', 'times', 'more']
const fewest = 2
/** A page with this many fields or fewer is read at a glance: one section. */
const glance = 6

/** Fields by section. What is alone in its section joins the facts. */
export function sectionsOf(fields: readonly FieldDescription[]): Section[] {
  const whole = fields.filter(isOwn)
  const rest = fields.filter((field) => !isOwn(field))
  const own: Section[] = whole.map((field) => ({ name: 'own', label: field.label, fields: [field] }))
  if (rest.length <= glance) return [...(rest.length > 0 ? [section('facts', rest)] : []), ...own]
  // Figures without any money are facts like others: a latitude is no amount.
  const isPriced = rest.some(({ kind }) => kind === 'money')
  const sectionOf = (field: FieldDescription): SectionName => {
    const name = usualSection(field)
    return name === 'amounts' && !isPriced ? 'facts' : name
  }
  const byName = new Map(order.map((name) => [name, rest.filter((field) => sectionOf(field) === name)]))
  const lonely = order.filter((name) => name !== 'facts' && (byName.get(name)?.length ?? 0) < fewest)
  const isFact = (field: FieldDescription) => sectionOf(field) === 'facts' || lonely.includes(sectionOf(field))
  return [
    section('facts', rest.filter(isFact)),
    ...order
      .filter((name) => name !== 'facts' && !lonely.includes(name))
      .map((name) => section(name, byName.get(name) ?? [])),
    ...own,
  ].filter((each) => each.fields.length > 0)
}

const section = (name: SectionName, fields: FieldDescription[]): Section => ({ name, fields })

const isOwn = ({ kind }: FieldDescription): boolean => kind === 'group' || kind === 'list'

function usualSection({ kind }: FieldDescription): SectionName {
  switch (kind) {
    case 'money':
    case 'quantity':
    case 'rate':
      return 'amounts'
    case 'email':
    case 'phone':
    case 'url':
      return 'contact'
    case 'link':
      return 'links'
    case 'date':
    case 'instant':
    case 'time':
      return 'times'
    case 'record':
    case 'tags':
    case 'file':
    case 'secret':
      return 'more'
    default:
      return 'facts'
  }
}

/** The fields of a form for a new record, or for one that is there; what may not be written is not asked for. */
export function formFields(
  entity: { fields: readonly FieldDescription[]; form: readonly string[] },
  isNew: boolean,
): FieldDescription[] {
  return entity.fields.filter((field) => entity.form.includes(field.name) && !field.computed && (isNew || !field.fixed))
}
