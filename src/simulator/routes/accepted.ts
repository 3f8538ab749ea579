import type { Accepted } from '#/comms/resources'
import { encodeAccepted } from '#/comms/wire'
import { json } from '../answers'
import type { Exchange } from '../exchange'

/** What was accepted: an operation that can be followed, or the change of one resource. Locations are absolute. */
export type Acceptance = Partial<Accepted>

const NOTHING: Accepted = {
  operationId: null,
  operationLocation: null,
  resourceId: null,
  resourceLocation: null,
}

/** The 202 in the way the scenario's server writes it (section 1.6). */
export function accepted({ dialect, world }: Exchange, acceptance: Acceptance): Response {
  const { operationId } = acceptance
  if (world.scenario.accepted === 'nothing') return new Response(null, { status: 202 })
  if (world.scenario.accepted === 'header') {
    return new Response(null, { status: 202, headers: operationId ? { operationId } : {} })
  }
  const { body, headers } = encodeAccepted({ ...NOTHING, ...acceptance }, dialect)
  return body === null ? new Response(null, { status: 202, headers }) : json(body, 202, headers)
}
