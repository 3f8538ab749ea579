import type { CallOptions, Core } from './core'
import type { Email, EmailFilter, EmailOperation, OperationFilter, Page, PageRequest } from './resources'
import { decodeEmail, decodeEmailOperation } from './wire/email'
import { decodePage } from './wire/page'
import { encodeQuery } from './wire/query'

/** Section 1.4: emails and their operations, read only. */
export function emailCalls(core: Core) {
  return {
    async listEmails(
      filter: EmailFilter,
      page: PageRequest,
      options: CallOptions = {},
    ): Promise<Page<Email>> {
      const query = encodeQuery(filter, page, core.dialect(), '/Emails')
      return core.read({ method: 'GET', path: '/Emails', query, ...options }, (body) =>
        decodePage(body, 'emails', decodeEmail),
      )
    },

    async fetchEmail(id: string, options: CallOptions = {}): Promise<Email> {
      return core.read({ method: 'GET', path: `/Emails/${encodeURIComponent(id)}`, ...options }, decodeEmail)
    },

    async listEmailOperations(
      filter: OperationFilter,
      page: PageRequest,
      options: CallOptions = {},
    ): Promise<Page<EmailOperation>> {
      const query = encodeQuery(filter, page, core.dialect())
      return core.read({ method: 'GET', path: '/Emails/Operations', query, ...options }, (body) =>
        decodePage(body, 'operations', decodeEmailOperation),
      )
    },

    async fetchEmailOperation(id: string, options: CallOptions = {}): Promise<EmailOperation> {
      const path = `/Emails/Operations/${encodeURIComponent(id)}`
      return core.read({ method: 'GET', path, ...options }, decodeEmailOperation)
    },
  }
}
