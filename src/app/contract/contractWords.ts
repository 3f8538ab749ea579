import type { Capability, CapabilityState, Connection, Dialect } from '#/comms'
import type { Tone } from '#/ui/tone'

/** What each optional route is for. */
export const PURPOSES: Readonly<Record<Capability, string>> = {
  listOperations: 'List of operations',
  operationErrors: 'Errors of an operation',
  receipts: 'Receipts of a message',
  messageTags: 'Changing tags of a message',
  operationTags: 'Changing tags of an operation',
  cancelOperation: 'Cancelling an operation',
}

export const STATES: Readonly<Record<CapabilityState, { tone: Tone; words: string }>> = {
  untried: { tone: 'neutral', words: 'Not tried yet' },
  offered: { tone: 'green', words: 'Offered' },
  'not-offered': { tone: 'amber', words: 'Not offered by this API' },
}

/** What is on the other side, the account masked. */
export function wordTarget({ mode, account, simulator }: Connection): string {
  if (mode === 'misconfigured') return 'Nothing: the credentials are incomplete'
  if (mode === 'account') return `Account ${account ?? 'unknown'}`
  return simulator ? `Simulator, scenario ${simulator.scenario}, seed ${simulator.seed}` : 'Simulator'
}

/** The setting, or that there is none. */
export function wordSetting(setting: Dialect | 'auto'): string {
  return setting === 'auto'
    ? 'auto: requests follow what the API was seen to speak'
    : `${setting}, for every request`
}

export function wordSeen(seen: Dialect | null): string {
  return seen ?? 'none yet: nothing that tells was answered'
}

/** Longest text that is shown of what an API made up. */
const SHOWN = 200

/**
 * Text of an unknown server as it can be shown: cut, and with the invisible characters, which may turn the writing
 * direction of all that follows, spelled out.
 */
export function harmless(text: string): string {
  const cut = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text
  return cut.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (character) => {
    const point = character.codePointAt(0) ?? 0
    return `\\u{${point.toString(16)}}`
  })
}
