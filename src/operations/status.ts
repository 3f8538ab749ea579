import { OPERATION_STATUSES, type Operation } from '#/comms'
import type { Tone } from '#/ui/tone'
import { isAccountedFor, ledgerOf, type Ledger } from './ledger'

type KnownStatus = (typeof OPERATION_STATUSES)[number]

interface Description {
  label: string
  tone: Tone
  sentence: string
}

const DESCRIPTIONS: Record<KnownStatus, Description> = {
  SCHEDULED: { label: 'Scheduled', tone: 'neutral', sentence: 'Waits for the time it was scheduled for.' },
  PROCESSING: { label: 'Processing', tone: 'blue', sentence: 'Being sent.' },
  COMPLETED: { label: 'Completed', tone: 'blue', sentence: 'Handed over.' },
  CANCELED: { label: 'Cancelled', tone: 'amber', sentence: 'Cancelled through the API.' },
}

const isKnown = (status: string): status is KnownStatus => status in DESCRIPTIONS

/** The statuses of a message operation (section 2.3) with their words, for a choice. */
export const STATUS_CHOICES = OPERATION_STATUSES.map((status) => ({
  value: status,
  label: DESCRIPTIONS[status].label,
}))

const people = (count: number) => (count === 1 ? '1 person' : `${count.toLocaleString('en')} people`)

/**
 * The one word for an operation. COMPLETED means handed over (section 4.1, point 3), which is not yet settled; and a
 * settled operation that reached nobody is no success.
 */
export function stateOf(operation: Operation, ledger: Ledger = ledgerOf(operation)): Description {
  const { status } = operation
  if (!isKnown(status)) {
    const sentence = `The API calls this operation ${status}, a status that Switchboard does not know.`
    return { label: status, tone: 'amber', sentence }
  }
  const known = DESCRIPTIONS[status]
  if (status === 'COMPLETED') return completed(ledger)
  if (status === 'CANCELED' && ledger.underway > 0) {
    return { ...known, sentence: `${known.sentence} ${people(ledger.underway)} still on the way.` }
  }
  return known
}

function completed(ledger: Ledger): Description {
  const { asked, reached, lost, underway, missing, surplus } = ledger
  if (isAccountedFor(ledger)) {
    const label = 'Settled'
    if (lost === 0) return { label, tone: 'green', sentence: `Settled: ${allOf(asked)} reached.` }
    const tone = reached === 0 ? 'red' : 'amber'
    return { label, tone, sentence: `Settled: ${people(reached)} reached, ${people(lost)} not reached.` }
  }
  if (underway > 0) {
    const receipts = underway === 1 ? '1 receipt' : `${underway.toLocaleString('en')} receipts`
    return { ...DESCRIPTIONS.COMPLETED, sentence: `Handed over; ${receipts} still out.` }
  }
  const { label } = DESCRIPTIONS.COMPLETED
  if (asked === null) {
    return {
      label,
      tone: 'amber',
      sentence: 'Completed. The API does not say how many people were asked for.',
    }
  }
  const odd = missing > 0 ? `${people(missing)} not accounted for` : `${people(surplus)} more than asked for`
  return { label, tone: 'amber', sentence: `Completed, with ${odd}.` }
}

function allOf(asked: number | null): string {
  if (asked === 1) return 'the person was'
  return asked === 0
    ? 'nobody was asked for, nobody was'
    : `all ${(asked ?? 0).toLocaleString('en')} people were`
}
