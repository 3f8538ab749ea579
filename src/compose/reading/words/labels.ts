import { lastSeparator } from '../separators'
import { isConsent, isRefusal } from './refusals'
import { whole, withoutAccents, wordsOf } from './plainWords'

/** What the words beside a number, or above a column, say of it. */
export type Label = 'mobile' | 'phone' | 'fax' | 'against' | 'number' | 'none'

const MOBILE_WORDS =
  'mobile?s?|mobiele|переносной|mob|mobilephone|mobilenumber|mobilnummer|mobilnr|mobil(?:funk)?(?:telefon|rufnummer|nummer|nr)|mobiel(?:tje)?|mobilni|movil|cell(?:s|ular|phone|number)?|cel|celular|cellulare|handy(?:nummer|nr|telefon)?|gsm|natel|portable|port|whats?app|whats|zap|wa|sms|smsnummer|msisdn|telemovel|kom|komork[ai]|komorkow[ya]|hp|hpno|matkapuhelin|iphone|viber|κινητο|мобильный|мобильного|мобильник|моб|сотовый|сот'
const MOBILE = new RegExp(
  `${whole(MOBILE_WORDS)}|携帯|手机|手機|移动电话|行动电话|行動|휴대|핸드폰|جوال|موبايل|محمول|خلوي|נייד`,
  'gu',
)

const PHONE_WORDS =
  'phones?|phonenumber|fone|telephones?|telephonnummer|tel|tels|telno|telnr|telefon[aeio]?|telefon(?:nummer|nr|szam)|telefoon(?:nummer)?|telefoni|telf|tlf|tlfno|tfno|fon|fono|rufnummer|festnetz(?:nummer)?|landline|puhelin(?:numero)?|ph|τηλ|τηλεφωνο|тел|телефон|телефона'
const PHONE = new RegExp(`${whole(PHONE_WORDS)}|電話|电话|전화|연락처|هاتف|تلفون|טלפון`, 'gu')

/** Where a phone stands, which says nothing without a phone word unless it stands alone. */
const PLACE_WORDS = 'home|work|main|office|business|private?|privat|buro|other|direct|fixe?|fijo|fisso'
const PLACES = new RegExp(`^(?:${PLACE_WORDS}|number|nummer|nr|no|[\\s.:\\d])+$`, 'u')

const FAX = new RegExp(
  `${whole('(?:tele)?fax(?:nummer|nr|number|no)?|facsimile|telecopie|faks|fx|pager|φαξ|факс|т\\s?ф')}|传真|傳真|ファックス|ファクス|ファクシミリ|팩스|فاكس|פקס`,
  'u',
)

/** Numbers that are no phone number: orders, accounts, invoices, ids, money, dates, places. */
const AGAINST_WORDS = [
  'orders?|orderno|ordernr|po|account|acct|a c|invoices?|inv|receipt|tickets?|cases?|ref|reference|refs|ids?|ident(?:ifier)?|policy|contract|serial|sn|sku|product|item|parcel|tracking|shipment|awb|booking|confirmation|mrn|zip|zipcode|postal|postcode|plz|code|codes|cp|pin|type|typ|label|provider',
  'dates?|datum|updated|birth|birthday|birthdate|geboren|geburtsdatum|geburtstag|naissance|nacimiento|dob|age|year|time|row|line|room|floor|box|amount|price|balance|total|sum|betrag|preis|summe|steuer|tax|vat|ust|iban|bic|swift|ssn|nif|dni|cif|siret|siren|cpf|cnpj|rg|nip|pesel|regon|bsn|kvk|cvr|cpr|tfn|abn|acn|nhs|aadhaar|gst|gstin|isbn|ean|gtin|imei|iccid|eid|ip|qq',
  'konto|kontonummer|bank|bestellung|auftrag|rechnung|vertrag|artikel|sendung|paket|beleg|vorgang|aktenzeichen|angebot|commande|compte|facture|dossier|colis|pedido|cuenta|factura|encomenda|conta|fatura|boleto|ordine|fattura|conto|bestelling|rekening|factuur|ordre|zamowienie|faktura|konta|заказ|заказа|счет|договор|индекс|инн|снилс|παραγγελια',
].join('|')
const AGAINST = new RegExp(
  `${whole(AGAINST_WORDS)}|${whole('\\p{L}*(?:kunden|bestell|auftrags?|rechnungs?|vertrags?|artikel|mitglieds?|sendungs?|buchungs?|versicherungs?|personal|serien|steuer|konto|paket)\\p{L}*(?:nummer|nr|id|code|zeichen)')}|طلب|حساب|فاتورة|הזמנה|חשבון|注文|会員|郵便|予約|訂單|订单|快递|账号|帳號|邮编|주문|계좌|우편|송장`,
  'gu',
)
/** Wherever it stands in a heading. */
const ALWAYS_AGAINST = /vertrag|konto(?!akt)|imei/u

const NUMBER_WORDS = 'numbers?|nummer|nr|no|num|numero|№|номер|αριθμος'
const NUMBER = new RegExp(`${whole(NUMBER_WORDS)}|[#№]|رقم|מספר|番号|号码|號碼|번호`, 'u')
/** "my number", "the number": no other kind of number. */
const ANY_NUMBER =
  /^(?:(?:my|the|your|his|her|our|new|right|contact|text|meine?|neue?|mon|mi|il|la|le|el|nr|no|number|nummer|numero)[\s.:]*)+$/u
/** A word in one with "number": "Kundennummer", "customer no", "予約番号". Phone words were looked for before. */
const OTHER_NUMBER = new RegExp(
  `\\p{L}{2,}[\\s.:]*(?:nummer|nr|number|no|num|№|#|番号|番號|单号|單號|번호)[\\s.:]*$`,
  'u',
)

/**
 * What a heading, or the words beside a number, say of it. Of a phone word and another one ("customer phone", "phone
 * ID") the last one counts.
 */
export function labelOf(text: string): Label {
  if (!/\p{L}|[#№]/u.test(text)) return 'none'
  // What is said of a number stands near it.
  const words = wordsOf(text.slice(-200))
  if (FAX.test(words) || /^f\s?[:.)]\s*$/u.test(words)) return 'fax'
  const short = /(?:^|[^\p{L}])([mcptф])[:.]$/u.exec(words)?.[1]
  const mobile = lastOf(MOBILE, words)
  const phone = Math.max(
    lastOf(PHONE, words),
    PLACES.test(words) && /\p{L}/u.test(words) && !ANY_NUMBER.test(words) ? 0 : -1,
  )
  const against = ALWAYS_AGAINST.test(words) ? words.length : lastOf(AGAINST, words)
  if (against > Math.max(mobile, phone)) return 'against'
  if (mobile >= 0 || short === 'm' || short === 'c') return 'mobile'
  if (phone >= 0 || short !== undefined) return 'phone'
  if (OTHER_NUMBER.test(words) && !ANY_NUMBER.test(words)) return 'against'
  return NUMBER.test(words) ? 'number' : 'none'
}

/** Where the last match stands, -1 without one. */
function lastOf(pattern: RegExp, text: string): number {
  return [...text.matchAll(pattern)].at(-1)?.index ?? -1
}

/** Phones that are not those of the person of the row, or no longer. */
const OTHERS = new RegExp(
  whole(
    'doctor|driver|emergency|parents?|guardian|mother|father|spouse|partner|rep|sales|agent|owner|manager|assistant|sender|from|old|alt|alte|former|previous|notfall|arzt|fahrer|absender|eltern|vertreter|ancien|anterior|vecchio',
  ),
  'u',
)

/** Whether a heading speaks of somebody's phone, be it another person's. */
export function isPhoneOfOther(heading: string): boolean {
  const label = labelOf(heading)
  return (label === 'mobile' || label === 'phone') && !isConsent(heading) && !isRefusal(heading)
}

/** What a heading says of its column: as labelOf, but whose phone it is counts too. */
export function headingLabel(heading: string): Label {
  const label = labelOf(heading)
  const words = wordsOf(heading)
  if (isRefusal(heading)) return 'against'
  if (label !== 'none' && (OTHERS.test(words) || isConsent(heading))) return 'against'
  return label
}

/** Whether a cell only says that its row's number is a fax. */
export function isFaxCell(cell: string): boolean {
  return cell.length < 30 && !/\p{Nd}/u.test(cell) && FAX.test(wordsOf(cell))
}

/** Words such as "no." between what a number belongs to and the number itself. */
const NUMBER_TAIL =
  /(?:[\s:.#№°-]|(?<![\p{L}])(?:n[or°º]?|num(?:ber)?|numm?er|numero|número|numéro|номер)(?![\p{L}]))+$/iu

/** What the words around a number say of it, and the one in front of it, for a button. */
export function labelAround(
  before: string,
  after: string,
  isFirst: boolean,
  isLast: boolean,
): { label: Label; word: string } {
  const near = before.slice(lastSeparator(before))
  const last = /\p{L}[\p{L}'-]*(?=[^\p{L}]*$)/u.exec(near)?.[0] ?? ''
  const word = labelOf(`${last}:`) === 'none' ? '' : last
  // Words up to a sign that parts two numbers belong to the number before.
  const own = isFirst ? before : before.replace(/^[^,;/|)\]\t\n]*[,;/|)\]\t\n]/u, '')
  if (labelOf(own) === 'fax' || SHORT_FAX.test(own) || isFaxBehind(after, isLast))
    return { label: 'fax', word }
  if (isOther(near) || isOtherBehind(after)) return { label: 'against', word }
  const label = labelOf(near) === 'none' ? labelOf(before) : labelOf(near)
  return { label: label === 'mobile' || label === 'phone' ? label : 'none', word }
}

/** "F:", "(F)" in front of a number. */
const SHORT_FAX = /(?:^|[\s(])[fф][\s]?[:)]\s*$/iu

/** "Fax" behind a number is said of it, unless another number follows that it leads to. */
function isFaxBehind(after: string, isLast: boolean): boolean {
  if (/^\s*\([fф]\)/iu.test(after)) return true
  const found = FAX.exec(withoutAccents(after).toLowerCase())
  if (!found) return false
  const rest = after.slice(found.index + found[0].length)
  if (/^\s*[:.-]*\s*\d/.test(rest)) return false
  return isLast || /^[^\p{L}\p{N}]*[,;/|)\]\t\n]/u.test(rest) || /\p{L}/u.test(rest)
}

/** Whether the words right in front name another kind of number: "order 123", "Kd-Nr. 123", but not "Ana Price 123". */
function isOther(near: string): boolean {
  const label = labelOf(near.slice(-40))
  const stripped = near.replace(NUMBER_TAIL, '')
  const isMarked = stripped.length < near.trimEnd().length
  const owner = /(\p{Lu}[\p{L}\p{M}.'-]*\s+)?([\p{L}\p{M}'-]+)$/u.exec(stripped)
  const word = owner?.[2] ?? ''
  if (labelOf(word) !== 'against') return isMarked && label === 'against' && labelOf(near) === 'against'
  return isMarked || /^\p{Ll}/u.test(word) || owner?.[1] === undefined
}

/** A word right behind a number names it, unless it leads to what follows: "206… (order)", but not "206… zip 98101". */
function isOtherBehind(after: string): boolean {
  const found = /^[ (]*[-–]?[ (]*(\p{L}[\p{L}.'-]*)(.*)$/su.exec(after)
  if (!found || labelOf(found[1] ?? '') !== 'against') return false
  return (
    !/^(?:\s*(?:n[or]\.?|number|nummer))?\s*[:#.]?\s*[\d\p{Sc}\ue000]/iu.test(found[2] ?? '') &&
    /^\p{Ll}/u.test(found[1] ?? '')
  )
}
