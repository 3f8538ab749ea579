import { callsOf } from './client'
import { createCore, type ClientOptions } from './core'
import { emailCalls } from './emailCalls'
import { poolCalls } from './poolCalls'
import { searchCalls } from './searchCalls'
import { senderCalls } from './senderCalls'

/**
 * The client with every resource of the API. The pages' own client leaves out those that no page opens with, since the
 * first load pays for each of them.
 */
export function createFullClient(options: ClientOptions) {
  const core = createCore(options)
  return {
    ...callsOf(core),
    ...searchCalls(core),
    ...senderCalls(core),
    ...poolCalls(core),
    ...emailCalls(core),
  }
}

export type FullClient = ReturnType<typeof createFullClient>
