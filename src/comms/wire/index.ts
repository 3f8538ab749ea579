/**
 * The door for programs on the other end of the wire: the simulator writes answers and reads requests with these,
 * and the proxy reads what passes through it.
 * The app goes through the client and never comes here.
 */
export { decodeAccepted, encodeAccepted } from './accepted'
export { decodeContent, decodeMessageMetadata, encodeMessage, encodeMessageMetadata } from './message'
export { encodeEmail } from './email'
export { encodeOperation } from './operation'
export { encodeOperationError } from './operationError'
export { decodePage, encodePage } from './page'
export { decodeRecipient } from './party'
export { nameIn, parameterOf } from './path'
export { decodeProblems, encodeProblems } from './problem'
export { encodeReceipt } from './receipt'
export { encodeResolved } from './resolve'
export { SEARCH_FIELDS } from './search'
export { encodeSender, encodeSenderPool } from './sender'
export { decodePoolDraft, decodePoolMembers } from './senderPool'
export { MESSAGE_QUERY, OPERATION_QUERY } from './query'
export { enumeration, field, isObject, list, spell, stringMap, text } from './spelling'
