import type { SourceReport } from '../reading/checked'
import { counted, people } from '../words'

/** How a source was read, in parts to set one after the other: "from column Handy of kunden.csv", "left out: Name". */
export function describeSource(report: SourceReport, name: string): string[] {
  if (report.reason === null) return [fromWords(report, name)]
  return [
    fromWords(report, name),
    ...withWords(report),
    ...leftOutWords(report),
    ...lookWords(report),
  ].filter(Boolean)
}

function fromWords({ form, columns, matching, reason }: SourceReport, name: string): string {
  if (form === 'lines') return name === '' ? 'typed' : `from ${name}`
  const of = name === '' ? 'of what is typed' : `of ${name}`
  if (reason === null) return `no column ${of} is chosen yet`
  const labels = matching.numbers.map((column) => columns[column]?.label ?? '')
  if (labels.length === 1) return `from column ${labels[0]} ${of}`
  return matching.every
    ? `from columns ${labels.join(' and ')} ${of}`
    : `from column ${labels[0]} ${of}, where it is empty from ${labels.slice(1).join(', then ')}`
}

function withWords({ columns, matching }: SourceReport): string[] {
  const labels = [...matching.names, ...matching.variables].map((column) => columns[column]?.label ?? '')
  return labels.length === 0 ? [] : [`with ${labels.join(', ')}`]
}

/** Everything with digits in it that is not sent to: columns, rows above the headings, dates, links. */
function leftOutWords(report: SourceReport): string[] {
  const { columns, matching, leftOut, leftOutCount } = report
  const used = new Set([...matching.numbers, ...matching.names, ...matching.variables])
  const parts = columns.filter((_, column) => !used.has(column)).map(({ label }) => label)
  if (matching.header > 0) parts.push(`${counted(matching.header, 'row', 'rows')} above the headings`)
  if (leftOutCount > 0) {
    const kinds = [...new Set(leftOut.map(({ what }) => what))]
    parts.push(
      kinds.length === 1 && leftOutCount === 1
        ? (kinds[0] ?? '')
        : `${counted(leftOutCount, 'other part', 'other parts')} (${kinds.slice(0, 3).join(', ')})`,
    )
  }
  return parts.length === 0 ? [] : [`left out: ${shortened(parts)}`]
}

const NAMED = 6

function shortened(parts: readonly string[]): string {
  const more = parts.length - NAMED
  return more > 1 ? `${parts.slice(0, NAMED).join(', ')} and ${more} more` : parts.join(', ')
}

function lookWords({ look }: SourceReport): string[] {
  return look === 0 ? [] : [`${look.toLocaleString('en')} to look at`]
}

/** Why the columns were matched as they are, to follow "because ". '' where nobody guessed. */
export function explainReason({ form, reason, matching, columns }: SourceReport): string {
  if (form === 'lines') return ''
  const label = columns[matching.numbers[0] ?? -1]?.label ?? ''
  switch (reason) {
    case 'heading':
      return `of the heading “${label}”`
    case 'only':
      return 'only this column has phone numbers'
    case 'plus':
      return 'only these numbers start with +'
    case 'remembered':
      return 'you matched these headings so before'
    default:
      return ''
  }
}

/** "27 people", "27 people, 2 to look at". */
export function countSource({ people: count, look }: SourceReport): string {
  return [people(count), ...(look > 0 ? [`${look.toLocaleString('en')} to look at`] : [])].join(', ')
}
