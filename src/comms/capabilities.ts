import { CommsError } from './errors'

/**
 * What the API is said to do in prose and has no published route for, or not on every deployment (section 8, points
 * 1 to 3). None is assumed: the first use finds out.
 */
export const CAPABILITIES = [
  'listOperations',
  'operationErrors',
  'receipts',
  'messageTags',
  'operationTags',
  'cancelOperation',
] as const
export type Capability = (typeof CAPABILITIES)[number]
/** With what only the full client asks for: the search was in an earlier reference only (section 1.1). */
export type ProbedRoute = Capability | 'searchMessages'
export type CapabilityState = 'untried' | 'offered' | 'not-offered'

/** The route by which each is tried, as method and path behind the version. */
export const CAPABILITY_ROUTES: Readonly<Record<Capability, string>> = {
  listOperations: 'GET /Messages/Operations',
  operationErrors: 'GET /Messages/Operations/{id}/Errors',
  receipts: 'GET /Messages/{id}/Receipts',
  messageTags: 'PATCH /Messages/{id}',
  operationTags: 'PATCH /Messages/Operations/{id}',
  cancelOperation: 'POST /Messages/Operations/{id}/Cancel',
}

export interface Capabilities {
  state(capability: ProbedRoute): CapabilityState
  /** The answer that showed it is not offered, with method, path and status; `null` in every other state. */
  refusal(capability: ProbedRoute): CommsError | null
  /** Lets the next use find out again. */
  forget(capability: ProbedRoute): void
  /**
   * Does what needs the capability, unless it is known not to be there.
   * @param ask the request
   * @param stillThere reads the resource itself: a 404 may mean that it is gone rather than that the route is missing
   * @throws CommsError kind `not-offered`, or whatever `ask` and `stillThere` throw for other reasons
   */
  attempt<Value>(
    capability: ProbedRoute,
    ask: () => Promise<Value>,
    stillThere?: () => Promise<unknown>,
  ): Promise<Value>
}

/** Remembers, for one connection, which of the optional routes answered. */
export function createCapabilities(): Capabilities {
  /** What was seen last: that it works, or the refusal. */
  const seen = new Map<ProbedRoute, 'offered' | CommsError>()
  const refusal = (capability: ProbedRoute): CommsError | null => {
    const last = seen.get(capability)
    return last instanceof CommsError ? last : null
  }
  return {
    state(capability) {
      if (refusal(capability)) return 'not-offered'
      return seen.has(capability) ? 'offered' : 'untried'
    },
    refusal,
    forget: (capability) => void seen.delete(capability),
    async attempt(capability, ask, stillThere) {
      const known = refusal(capability)
      if (known) throw notOffered(capability, known)
      try {
        const value = await ask()
        seen.set(capability, 'offered')
        return value
      } catch (error) {
        if (!(error instanceof CommsError) || !isRefusal(error)) throw error
        if (error.status === 404) await stillThere?.()
        seen.set(capability, error)
        throw notOffered(capability, error)
      }
    },
  }
}

/** Not there (404), not with this method (405), not at all (501). */
function isRefusal({ status }: CommsError): boolean {
  return status === 404 || status === 405 || status === 501
}

function notOffered(capability: ProbedRoute, cause?: CommsError): CommsError {
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
