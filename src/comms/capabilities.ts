import { CommsError } from './errors'

/**
 * What the API is said to do in prose and has no published route for, or not on every deployment (section 8, points
 * 1 to 3). None is assumed: the first use finds out.
 */
export const CAPABILITIES = [
  'listOperations',
  'operationErrors',
  'receipts',
  'updateTags',
  'cancelOperation',
] as const
export type Capability = (typeof CAPABILITIES)[number]
export type CapabilityState = 'untried' | 'offered' | 'not-offered'

export interface Capabilities {
  state(capability: Capability): CapabilityState
  /** Lets the next use find out again. */
  forget(capability: Capability): void
  /**
   * Does what needs the capability, unless it is known not to be there.
   * @param ask the request
   * @param stillThere reads the resource itself: a 404 may mean that it is gone rather than that the route is missing
   * @throws CommsError kind `not-offered`, or whatever `ask` and `stillThere` throw for other reasons
   */
  attempt<Value>(
    capability: Capability,
    ask: () => Promise<Value>,
    stillThere?: () => Promise<unknown>,
  ): Promise<Value>
}

/** Remembers, for one connection, which of the optional routes answered. */
export function createCapabilities(): Capabilities {
  const states = new Map<Capability, CapabilityState>()
  return {
    state: (capability) => states.get(capability) ?? 'untried',
    forget: (capability) => void states.delete(capability),
    async attempt(capability, ask, stillThere) {
      if (states.get(capability) === 'not-offered') throw notOffered(capability)
      try {
        const value = await ask()
        states.set(capability, 'offered')
        return value
      } catch (error) {
        if (!(error instanceof CommsError) || !isRefusal(error)) throw error
        if (error.status === 404) await stillThere?.()
        states.set(capability, 'not-offered')
        throw notOffered(capability, error)
      }
    },
  }
}

/** Not there (404), not with this method (405), not at all (501). */
function isRefusal({ status }: CommsError): boolean {
  return status === 404 || status === 405 || status === 501
}

function notOffered(capability: Capability, cause?: CommsError): CommsError {
  return new CommsError(
    {
      kind: 'not-offered',
      message: 'This API does not offer this.',
      method: cause?.method ?? 'GET',
      path: cause?.path ?? capability,
      status: cause?.status ?? null,
      problems: cause?.problems ?? [],
    },
    { cause },
  )
}
