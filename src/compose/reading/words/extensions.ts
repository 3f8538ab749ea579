import { whole } from './plainWords'
import { isConsent } from './refusals'

const EXTENSION_WORDS =
  'extension|extensi[oó]n|extens[aã]o|extn|ext|durchwahl|dw|nebenstelle|nst|klappe|kl|apparat|app|poste|interno|interne|int|anexo|ramal|r(?=[.:])|toestel(?:nr)?|tst|doorkies|wewn(?:ętrzny|etrzny)?|wew|linka|klapka|mell[eé]k|dahili|lokal|option|press|доб(?:авочный|ав)?|внутр|вн|εσωτ(?:ερικό)?|内線|內線|分机|分機|转|轉|내선|구내|داخلي|تحويلة|تحويله|שלוחה'
const EXTENSION_NUMBER = String.raw`[\s.:=#\-–]{0,4}(?:n[°or]?\.?|number|번호|号)?[\s.:=#\-–]{0,4}\d{1,8}(?!\d)[)\]}]?#?`

/**
 * Words right behind a number that lead to a telephone system behind it (RFC 3966: a text reaches none), and the pauses
 * that phones write in front of one.
 */
export const EXTENSION = new RegExp(
  String.raw`^[\s,;.(\[{\-–/:]{0,8}(?:(?:${EXTENSION_WORDS}|x|#)${EXTENSION_NUMBER}|[pw]\d{1,8}(?!\d)#?)|^[,;]{2,}\d{1,8}#?|^[*;]\d{1,8}(?!\d)#?|^,\d{1,8}#`,
  'iu',
)

/** An extension anywhere in the words around a number. */
export const EXTENSION_ANYWHERE = new RegExp(
  String.raw`(?<![\p{L}\d])(?:${EXTENSION_WORDS}|x)${EXTENSION_NUMBER}`,
  'iu',
)

const EXTENSION_HEADING = new RegExp(whole(EXTENSION_WORDS), 'iu')
const EXTENSION_CELL = new RegExp(String.raw`^\s*(?:${EXTENSION_WORDS}|x)${EXTENSION_NUMBER}\s*$`, 'iu')

/** Tells of the cells under a heading whether they are the extension of their row's number. */
export function isExtensionUnder(heading: string): (cell: string) => boolean {
  const isHeaded = EXTENSION_HEADING.test(heading) && !isConsent(heading)
  return (cell) => EXTENSION_CELL.test(cell) || (isHeaded && /^[^\p{L}]*\p{Nd}[^\p{L}]*$/u.test(cell))
}
