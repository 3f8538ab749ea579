import type { CallOptions, Core } from './core'
import { CommsError } from './errors'
import type {
  Accepted,
  OperationFilter,
  Page,
  PageRequest,
  SenderPoolDraft,
  SenderPoolEdit,
  SenderPoolOperation,
  Tags,
} from './resources'
import { findTagProblems } from './tagProblems'
import type { Call } from './transport'
import { decodeChanged } from './wire/accepted'
import { decodePage } from './wire/page'
import { encodeQuery } from './wire/query'
import { decodeSenderPoolOperation, encodePoolDraft, encodePoolMembers } from './wire/senderPool'

const PATH = '/SenderPools'
const poolPath = (id: string) => `${PATH}/${encodeURIComponent(id)}`

/**
 * Section 1.3: what changes sender pools, and the operations that do it. None of the writes is ever repeated by itself;
 * an error says `mayHaveBeenDone` where the server may have acted on one.
 */
export function poolCalls(core: Core) {
  /** @throws CommsError kind `conflict` where the pool is in use (409, section 5.2) */
  const change = async (call: Call): Promise<Accepted> => {
    const { body, headers } = await core.call(call)
    return decodeChanged(body, headers)
  }

  return {
    /**
     * Makes a pool. It is there, with its senders, when the operation has made it; unknown senders are counted as
     * failed and do not fail the rest. Kind `invalid` for bad tags, without a request.
     */
    async createSenderPool(draft: SenderPoolDraft, { signal }: CallOptions = {}): Promise<Accepted> {
      checkTags('POST', PATH, draft.tags)
      await core.learnDialect({ signal })
      const body = encodePoolDraft(draft, core.dialect())
      return core.accept({ method: 'POST', path: PATH, body, signal })
    },

    /** Writes the name, the tags, or both; tags are replaced as a whole. Kind `invalid` for bad tags, without a request. */
    async editSenderPool(id: string, edit: SenderPoolEdit, options: CallOptions = {}): Promise<Accepted> {
      const path = poolPath(id)
      checkTags('PATCH', path, edit.tags)
      const { name, tags } = edit
      return change({
        method: 'PATCH',
        path,
        body: encodePoolDraft({ name, tags }, core.dialect()),
        ...options,
      })
    },

    /** Kind `conflict` while messages are still sent through the pool. */
    async deleteSenderPool(id: string, options: CallOptions = {}): Promise<Accepted> {
      return change({ method: 'DELETE', path: poolPath(id), ...options })
    },

    /** Adds 1 to 1000 senders, as an operation like that of {@link createSenderPool}. */
    async addPoolSenders(
      id: string,
      senderIds: readonly string[],
      { signal }: CallOptions = {},
    ): Promise<Accepted> {
      await core.learnDialect({ signal })
      const body = encodePoolMembers(senderIds, core.dialect())
      return core.accept({ method: 'POST', path: `${poolPath(id)}/Senders`, body, signal })
    },

    /** Takes one sender out of a pool; the sender itself stays. */
    async removePoolSender(id: string, senderId: string, options: CallOptions = {}): Promise<Accepted> {
      const path = `${poolPath(id)}/Senders/${encodeURIComponent(senderId)}`
      return change({ method: 'DELETE', path, ...options })
    },

    async listPoolOperations(
      filter: OperationFilter,
      page: PageRequest,
      options: CallOptions = {},
    ): Promise<Page<SenderPoolOperation>> {
      const query = encodeQuery(filter, page, core.dialect())
      return core.read({ method: 'GET', path: `${PATH}/Operations`, query, ...options }, (body) =>
        decodePage(body, 'operations', decodeSenderPoolOperation),
      )
    },

    async fetchPoolOperation(id: string, options: CallOptions = {}): Promise<SenderPoolOperation> {
      const path = `${PATH}/Operations/${encodeURIComponent(id)}`
      return core.read({ method: 'GET', path, ...options }, decodeSenderPoolOperation)
    },
  }
}

/** Refuses in this program what the API would refuse: nothing is sent, so nothing can have been done. */
function checkTags(method: string, path: string, tags: Tags | undefined): void {
  const problems = tags ? findTagProblems(tags) : []
  const [first] = problems
  if (first) throw new CommsError({ kind: 'invalid', message: first.message, method, path, problems })
}
