import type { Connection } from '#/comms'
import type { Tone } from '#/ui/tone'

interface ConnectionWords {
  look: 'simulator' | 'account' | 'problem' | 'unknown'
  tone: Tone | null
  /** The one word that must be seen. */
  state: string
  /** What else there is to say, the most important first; the end is cut on narrow screens. */
  facts: string[]
  title: string
}

interface Circumstances {
  /** The last check got no answer. */
  failed: boolean
  /** False when the browser is sure to have no network. */
  online: boolean
}

/** The connection in words; `null` while it is not known yet. A server that stopped answering outranks old knowledge. */
export function wordConnection(
  connection: Connection | undefined,
  { failed, online }: Circumstances,
): ConnectionWords | null {
  if (!online) {
    const facts = ['this computer has no network', 'what you see is from before']
    return {
      look: 'unknown',
      tone: 'amber',
      state: 'Offline',
      facts,
      title: 'Nothing is sent until the network is back.',
    }
  }
  if (failed) {
    const title =
      'Switchboard’s own server does not answer. Is it still running? It is asked again every 15 seconds.'
    return {
      look: 'unknown',
      tone: 'amber',
      state: 'Not connected',
      facts: ['the server does not answer'],
      title,
    }
  }
  if (!connection) return null
  const { mode, account, baseUrl, version, problem, simulator } = connection
  if (mode === 'misconfigured') {
    const title = problem ?? 'The credentials are incomplete.'
    return {
      look: 'problem',
      tone: 'red',
      state: 'Not connected',
      facts: ['nothing can be sent', title],
      title,
    }
  }
  if (mode === 'simulator') {
    const title =
      'No credentials are set, so messages go to a simulator on this machine and to nobody’s phone.'
    const facts = [
      ...(simulator ? [spaced(simulator.scenario)] : []),
      'nothing reaches a real phone',
      version,
      dialectOf(simulator?.dialect ?? connection.dialect),
      ...(simulator ? [`seed ${simulator.seed}`] : []),
    ]
    return { look: 'simulator', tone: null, state: 'Simulator', facts, title }
  }
  const facts = ['messages reach real phones', account ?? 'account', version, dialectOf(connection.dialect)]
  return { look: 'account', tone: 'green', state: 'Live', facts, title: `Requests go to ${baseUrl}.` }
}

function dialectOf(dialect: Connection['dialect']): string {
  return dialect === 'auto' ? 'dialect as answered' : `${dialect} dialect`
}

function spaced(scenario: string): string {
  return scenario.replaceAll('-', ' ')
}
