import { api, CommsError, fetchConnection, type Tags } from '#/comms'
import { forget, recall, remember } from './sessionMemory'

export type TagOwner = 'message' | 'operation'

/** Thrown when the API answered that it has no way to change tags (section 8, point 3). */
export class NotOffered extends Error {
  override readonly name = 'NotOffered'
}

/**
 * Writes tags. An API without this ability answers 404, 405 or 501, which is remembered for the connection. A 404 is
 * ambiguous, so the resource is asked for: when that is gone as well, the 404 is thrown as what it is.
 */
export async function writeTags(owner: TagOwner, id: string, tags: Tags): Promise<void> {
  const client = await api()
  try {
    await client.updateTags(owner, id, tags)
    forget('not-offered')
  } catch (error) {
    if (!(error instanceof CommsError) || !REFUSALS.has(error.status ?? 0)) throw error
    if (error.status === 404) {
      await (owner === 'message' ? client.fetchMessage(id) : client.fetchOperation(id))
    }
    await rememberRefusal()
    throw new NotOffered('This API does not offer changing tags.', { cause: error })
  }
}

const REFUSALS = new Set([404, 405, 501])

async function rememberRefusal(): Promise<void> {
  const name = await connectionName()
  if (name !== null) remember('not-offered', name)
}

/** Whether this connection is known not to offer changing tags. Asks nobody unless a refusal is remembered at all. */
export async function isKnownNotOffered(): Promise<boolean> {
  const refused = recall('not-offered')
  return typeof refused === 'string' && refused === (await connectionName())
}

/** Another account, another API or another scenario of the simulator may well offer it. */
async function connectionName(): Promise<string | null> {
  try {
    const { mode, account, baseUrl, version, simulator } = await fetchConnection()
    return [mode, account, baseUrl, version, simulator?.scenario].join(' ')
  } catch {
    return null
  }
}
