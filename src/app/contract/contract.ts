import { queryOptions, useQueryClient } from '@tanstack/react-query'
import {
  api,
  CAPABILITIES,
  CAPABILITY_ROUTES,
  CommsError,
  type Capability,
  type CapabilityState,
  type CommsClient,
  type Dialect,
  type Novelty,
} from '#/comms'
import { NOT_OFFERED_KEY } from '#/tags/queries'

export interface OptionalRoute {
  capability: Capability
  /** Method and path behind the version. */
  route: string
  state: CapabilityState
  /** The request that was refused, where the route is not offered. */
  refusal: { method: string; path: string; status: number | null } | null
}

/** What the client has learnt of the API, at one moment. */
export interface Contract {
  version: string
  /** What requests are written in. */
  spoken: Dialect
  /** What answers were last written in. */
  seen: Dialect | null
  routes: OptionalRoute[]
  novelties: Novelty[]
}

/** A copy, since the client goes on learning. */
export async function contractOf(client: CommsClient): Promise<Contract> {
  return {
    version: client.version,
    spoken: client.dialect().dialect,
    seen: client.dialectSeen(),
    routes: CAPABILITIES.map((capability) => ({
      capability,
      route: CAPABILITY_ROUTES[capability],
      state: client.capabilities.state(capability),
      refusal: refusalOf(client.capabilities.refusal(capability)),
    })),
    novelties: (await client.novelties()).map((novelty) => ({ ...novelty })),
  }
}

function refusalOf(error: CommsError | null): OptionalRoute['refusal'] {
  return error && { method: error.method, path: error.path, status: error.status }
}

/** Looking costs no request, so it is done often. Only the first look asks the server what it is connected to. */
export const contractQuery = queryOptions({
  queryKey: ['contract'],
  queryFn: async () => contractOf(await api()),
  staleTime: 0,
  refetchInterval: ({ state: { error } }) => (error ? 15_000 : 2_000),
})

/** Forgets that a route is not offered, so that the next use finds out again. */
export function useTryAgain() {
  const queries = useQueryClient()
  return async (capability: Capability) => {
    const client = await api()
    client.capabilities.forget(capability)
    await Promise.all([
      queries.invalidateQueries({ queryKey: contractQuery.queryKey }),
      queries.invalidateQueries({ queryKey: NOT_OFFERED_KEY }),
      queries.invalidateQueries({ predicate: ({ state: { error } }) => isNotOffered(error) }),
    ])
  }
}

function isNotOffered(error: unknown): boolean {
  return error instanceof CommsError && error.kind === 'not-offered'
}
