import type { Draft } from '../draft/draft'
import { numbersOf, type Checked } from '../reading/checked'
import { quotedIn, type FieldProblem } from '../send/fieldOf'
import type { Finding } from '../send/findings'

/** What the API refused about a draft, as findings on its fields, for as long as those fields are as they were sent. */
export interface Refusals {
  findings: Finding[]
  /** The numbers it named. */
  numbers: Set<string>
}

const NONE: Refusals = { findings: [], numbers: new Set() }

export function refusalsOf(
  fields: readonly FieldProblem[],
  sent: Draft | null,
  draft: Draft,
  checked: Checked,
): Refusals {
  if (sent === null) return NONE
  const everybody = numbersOf(checked)
  const numbers = new Set<string>()
  const findings: Finding[] = []
  const known = new Set(fields.some(isUnplaced) ? everybody : [])
  for (const refusal of fields) {
    const { recipient, tag, problem } = refusal
    const named = isUnplaced(refusal) ? numberIn(problem.message, known) : null
    const field = named !== null && refusal.field === 'form' ? 'to' : refusal.field
    if (!isAsSent(field, sent, draft)) continue
    const number = recipient === null ? undefined : everybody[recipient]
    if (field === 'to' && (number ?? named)) numbers.add(number ?? named ?? '')
    const about = number ?? (tag === null ? '' : `Tag “${tag}”`)
    findings.push({ field, text: `${about && `${about}: `}${problem.message}`, weight: 'wrong' })
  }
  return { findings, numbers }
}

/** The early API says no place (section 5.1), only perhaps a value that somebody was written to at. */
function isUnplaced({ field, recipient, problem }: FieldProblem): boolean {
  return problem.context === null && recipient === null && (field === 'to' || field === 'form')
}

/** The one recipient whose number a sentence has in it; `null` when there is none, or more than one. */
function numberIn(message: string, known: ReadonlySet<string>): string | null {
  const values = [...quotedIn(message), ...(message.match(/\+\d{7,15}(?!\d)/g) ?? [])]
  const [number, another] = new Set(values.filter((value) => known.has(value)))
  return number !== undefined && another === undefined ? number : null
}

function isAsSent(field: FieldProblem['field'], sent: Draft, draft: Draft): boolean {
  switch (field) {
    case 'to':
      return sent.who === draft.who
    case 'reach':
      return sent.reach === draft.reach
    case 'from':
      return sent.from === draft.from
    case 'text':
      return sent.text === draft.text
    case 'tags':
      return sent.tags === draft.tags
    default:
      return true
  }
}

/** All that is said of one field, as one text. */
export function wordsFor(field: Finding['field'], findings: readonly Finding[]): string | undefined {
  const words = findings
    .filter((finding) => finding.field === field && finding.weight !== 'warning')
    .map(({ text }) => text)
  if (words.length === 0) return undefined
  return words.length > 3 ? `${words.slice(0, 3).join(' ')} And ${words.length - 3} more.` : words.join(' ')
}
