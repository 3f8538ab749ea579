import type { Content, Json, Tags } from '#/comms/resources'
import type { GivenRecipients } from './audience'
import type { PoolAct } from './poolActs'
import type { ScenarioName } from './scenarios/scenario'
import type { Send } from './send'
import type { Sender } from './senders'

/** What an accepted request asks for. Times are epoch milliseconds. */
export interface Asked {
  acceptedAt: number
  recipients: GivenRecipients
  senders: readonly Sender[]
  senderPoolId: string | null
  content: Content
  /** Missing in what an earlier version kept. */
  modules?: readonly Json[]
  tags: Tags
  scheduledAt: number | null
}

/** Tags written on one message; they outlive those of its operation. */
export interface TagEdit {
  tags: Tags
  at: number
}

export type SendPatch = Partial<Pick<Send, 'canceledAt' | 'tags' | 'tagsAt'>>

/**
 * Something that was done to the simulator and cannot be worked out again. Plain data, which can be cloned and stored:
 * whoever keeps the deeds since the last start can go on from there in another process.
 *
 * - `started`: an account, at this simulated time
 * - `accepted`: a send
 * - `changed`: a send was cancelled or given other tags
 * - `tagged`: a single message was given tags of its own
 * - `pool`: a sender pool was made or changed
 */
export type Deed =
  | { type: 'started'; scenario: ScenarioName; seed: number; at: number }
  | { type: 'accepted'; asked: Asked }
  | { type: 'changed'; ordinal: number; patch: SendPatch }
  | { type: 'tagged'; messageId: string; edit: TagEdit }
  | { type: 'pool'; act: PoolAct }
