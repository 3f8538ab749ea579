import type { CallOptions, Core } from './core'
import type { Operation, OperationFilter, Page, PageRequest } from './resources'
import { decodeOperation } from './wire/operation'
import { decodeOperationError } from './wire/operationError'
import { decodePage } from './wire/page'
import { encodeQuery } from './wire/query'
import { spell } from './wire/spelling'

const PATH = '/Messages/Operations'

/** Section 1.1, the routes of message operations. */
export function operationCalls(core: Core) {
  const fetchOperation = (id: string, options: CallOptions = {}): Promise<Operation> =>
    core.read({ method: 'GET', path: `${PATH}/${encodeURIComponent(id)}`, ...options }, decodeOperation)

  return {
    /** One page of operations. Kind `not-offered` where the API has no such list. */
    async listOperations(
      filter: OperationFilter,
      page: PageRequest,
      options: CallOptions = {},
    ): Promise<Page<Operation>> {
      const query = encodeQuery(filter, page, core.dialect())
      return core.capabilities.attempt('listOperations', () =>
        core.read({ method: 'GET', path: PATH, query, ...options }, (body) =>
          decodePage(body, 'operations', decodeOperation),
        ),
      )
    },

    fetchOperation,

    /** The failures of one operation. Named in prose only (section 8, point 2). */
    async listOperationErrors(id: string, page: PageRequest = {}, options: CallOptions = {}) {
      const query = encodeQuery({}, page, core.dialect())
      const path = `${PATH}/${encodeURIComponent(id)}/Errors`
      return core.capabilities.attempt(
        'operationErrors',
        () =>
          core.read({ method: 'GET', path, query, ...options }, (body) =>
            decodePage(body, 'errors', decodeOperationError),
          ),
        () => fetchOperation(id, options),
      )
    },

    /** Asks to cancel what has not been sent. No route is published (section 8, point 1). */
    async cancelOperation(id: string, options: CallOptions = {}): Promise<void> {
      const path = `${PATH}/${encodeURIComponent(id)}/Cancel`
      await core.capabilities.attempt(
        'cancelOperation',
        () => core.call({ method: 'POST', path, body: spell({}, core.dialect()), ...options }),
        () => fetchOperation(id, options),
      )
    },
  }
}
