import type { OperationOwner } from '#/comms'

/** Operations that are no sends: what they are called, and what is said of them. */
export type ForeignOwner = Exclude<OperationOwner, 'message'>

export const FOREIGN_OPERATIONS: Record<ForeignOwner, { title: string; about: string }> = {
  email: { title: 'Email operation', about: 'One send of emails, to one person or to thousands.' },
  senderpool: {
    title: 'Sender pool operation',
    about: 'The making of a sender pool, or the adding of senders to one.',
  },
}

/** The parameter of `/related/:id` that says whose operation an id is of, as the id does not tell (section 7). */
const OWNER_PARAMETER = 'of'

export function ownerIn(query: URLSearchParams): ForeignOwner | null {
  const owner = query.get(OWNER_PARAMETER)
  return owner === 'email' || owner === 'senderpool' ? owner : null
}

export function pathOfForeignOperation(id: string, owner: ForeignOwner): string {
  return `/related/${encodeURIComponent(id)}?${OWNER_PARAMETER}=${owner}`
}

/** Whose operation it is that an address of the API leads to; `null` where that does not tell, or it is a send. */
export function ownerOfUri(uri: string | null): ForeignOwner | null {
  const [, collection] = /\/(Emails|SenderPools)\/Operations\//i.exec(uri ?? '') ?? []
  if (collection === undefined) return null
  return collection.toLowerCase() === 'emails' ? 'email' : 'senderpool'
}
