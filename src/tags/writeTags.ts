import { api, CommsError, type Tags } from '#/comms'

export type TagOwner = 'message' | 'operation'

/** Two routes: one may be there without the other (section 8, point 3). */
export const CAPABILITY = { message: 'messageTags', operation: 'operationTags' } as const

export const OWNERS: Readonly<Record<TagOwner, string>> = { message: 'a message', operation: 'an operation' }

/** Writes tags. A person asked for it, so it is tried even where this API was seen not to offer it. */
export async function writeTags(owner: TagOwner, id: string, tags: Tags): Promise<void> {
  const client = await api()
  client.capabilities.forget(CAPABILITY[owner])
  await client.updateTags(owner, id, tags)
}

/** The API answered that it has no way to change tags (section 8, point 3). */
export function isNotOffered(error: unknown): boolean {
  return error instanceof CommsError && error.kind === 'not-offered'
}
