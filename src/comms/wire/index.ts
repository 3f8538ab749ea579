/**
 * The door for programs on the other end of the wire: the simulator writes answers and reads requests with these.
 * The app goes through the client and never comes here.
 */
export { encodeAccepted } from './accepted'
export { decodeContent, encodeMessage, encodeMessageMetadata } from './message'
export { encodeOperation } from './operation'
export { encodePage, type PageLinks } from './page'
export { decodeOrigin, decodeRecipient } from './party'
export { encodeProblems } from './problem'
export { decodeQuery, MESSAGE_QUERY, OPERATION_QUERY } from './query'
export { count, dialectOf, enumeration, field, isObject, list, snakeCase, stringMap, text } from './spelling'
