import type { Connection } from '#/comms'
import type { Contract, OptionalRoute } from './contract'
import { harmless, PURPOSES, STATES, wordSeen, wordTarget } from './contractWords'

/** The page as text, for whoever looks after Switchboard or the API. The account is masked. */
export function ticketText(connection: Connection, contract: Contract, at: Date): string {
  const { version, spoken, seen, routes, novelties } = contract
  return [
    `Switchboard: the API’s contract as seen by ${at.toISOString()}`,
    `Connected to: ${wordTarget(connection)}`,
    `Address: ${connection.baseUrl}`,
    `Version: ${version}`,
    `Dialect: set ${connection.dialect}, seen ${wordSeen(seen)}, requests in ${spoken}`,
    '',
    'Optional routes:',
    ...routes.map((route) => `- ${wordRoute(route, version)}`),
    '',
    'Never seen before:',
    ...(novelties.length === 0 ? ['- nothing'] : []),
    ...novelties.map(
      ({ place, example, count }) =>
        `- ${harmless(place)}: ${harmless(example)} (seen ${count === 1 ? 'once' : `${count} times`})`,
    ),
  ].join('\n')
}

function wordRoute({ capability, route, state, refusal }: OptionalRoute, version: string): string {
  const line = `${PURPOSES[capability]} (${route}): ${STATES[state].words}`
  if (!refusal) return line
  return `${line}, ${refusal.status ?? 'no answer'} for ${refusal.method} /${version}${refusal.path}`
}
