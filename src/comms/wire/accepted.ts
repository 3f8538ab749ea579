import type { Dialect } from '../dialect'
import type { Accepted, Json } from '../resources'
import { compact, text } from './spelling'

const OPERATION_ID = /comms_operation_[0-9a-z]+/
const LAST_ID = /comms_[a-z]+_[0-9a-z]+$/

/**
 * What a 202 refers to, in any of the ways of section 1.6: the body first, then the id headers, then the last segment
 * of a location. An answer with none of them was accepted all the same.
 */
export function decodeAccepted(body: Json, headers: Headers): Accepted {
  const operationLocation =
    text(body, 'operationLocation') ?? headers.get('operation-location') ?? headers.get('location')
  return {
    operationId:
      text(body, 'operationId') ??
      headers.get('operation-id') ??
      headers.get('operationid') ??
      headers.get('x-operation-id') ??
      operationLocation?.match(OPERATION_ID)?.[0] ??
      null,
    operationLocation,
    resourceId: text(body, 'resourceId'),
    resourceLocation: text(body, 'resourceLocation') ?? headers.get('resource-location'),
  }
}

/** {@link decodeAccepted} for a change of one resource, whose id may be in the last segment of its location only. */
export function decodeChanged(body: Json, headers: Headers): Accepted {
  const accepted = decodeAccepted(body, headers)
  const { resourceId, resourceLocation } = accepted
  return { ...accepted, resourceId: resourceId ?? resourceLocation?.match(LAST_ID)?.[0] ?? null }
}

/**
 * The body and headers of a 202 in a dialect: the early one has headers only. The body names the place of a resource
 * only beside its id (section 3).
 */
export function encodeAccepted(
  accepted: Accepted,
  dialect: Dialect,
): { body: Json; headers: Record<string, string> } {
  const { operationId, operationLocation, resourceId, resourceLocation } = accepted
  const headers = compact({
    'operation-id': operationId,
    'operation-location': operationLocation && pathOf(operationLocation),
    'resource-location': resourceLocation && pathOf(resourceLocation),
  }) as Record<string, string>
  if (dialect === 'early') return { body: null, headers }
  const place = resourceId === null ? null : resourceLocation
  return { body: compact({ operationId, operationLocation, resourceId, resourceLocation: place }), headers }
}

function pathOf(location: string): string {
  return location.replace(/^https?:\/\/[^/]+/, '')
}
