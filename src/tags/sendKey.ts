import type { Tags } from '#/comms'

/**
 * The tag that the proxy gives to each send, by which a send with an unknown outcome is found again. It belongs to the
 * program: among an agent's own tags it would only stand in the way.
 */
export const SEND_KEY_TAG = 'send-key'

/** The tags that people gave. */
export function ownTags(tags: Tags): Tags {
  return Object.fromEntries(Object.entries(tags).filter(([key]) => key !== SEND_KEY_TAG))
}
