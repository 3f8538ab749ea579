/** What the words beside a number, or above a column, say of it. */
export type Label = 'mobile' | 'phone' | 'fax' | 'against' | 'number' | 'none'

const FAX = /fax|faks|φαξ|факс|传真|傳真|ファックス|ファクス|팩스|فاكس|פקס|pager/iu

const MOBILE =
  /mobil|móvil|móbil|mobiel|cell(?!ar\b)|(?:^|[^\p{L}])cel\.?(?![\p{L}])|celular|cellulare|handy|gsm|natel|portable|whats\s?app|(?:^|[^\p{L}])wa(?![\p{L}])|sms|msisdn|telemóvel|telemovel|kom[oó]rk|matkapuhelin|κινητ|мобил|сотов|вайбер|viber|iphone|携帯|手机|手機|行动|行動|휴대|핸드폰|جوال|موبايل|محمول|خلوي|נייד|(?:^|[^\p{L}])[mc](?=[:.]|$)/iu

const PHONE =
  /phone|tel(?![\p{L}])|telef|teléf|téléph|telf|fono\b|(?:^|[^\p{L}])fon(?![\p{L}])|rufnummer|landline|festnetz|fixe?(?![\p{L}])|puhelin|τηλ|тел|電話|电话|전화|هاتف|تلفون|טלפון|(?:^|[^\p{L}])ph?(?=[:.]|$)|(?:^|[^\p{L}])t(?=[:.]|$)|(?:^|[^\p{L}])(?:home|work|main|privat|büro|office)(?![\p{L}])|contact\s(?:no|num)|call|anruf/iu

/** Numbers that are no phone number: orders, accounts, customers, invoices, ids, money, dates, places. */
const AGAINST =
  /order|account|acct|customer|client|invoice|receipt|ticket|(?:^|[^\p{L}])case|(?:^|[^\p{L}])ref|(?:^|[^\p{L}])ids?(?![\p{L}])|(?:[a-z])I[Dd](?![\p{L}])|identi|member|policy|contract|serial|sku|article|product|item|parcel|tracking|shipment|delivery\s?n|zip|post(?:al)?\s?code|postcode|(?:^|[^\p{L}])plz|(?:^|[^\p{L}])(?:code|cp|pin|tan)(?![\p{L}])|dat(?:e|um)|birth|geburt|naissance|nacim|dob(?![\p{L}])|(?:^|[^\p{L}])(?:age|year|time|row|line|room|floor|box|house|lat|lon|lng)(?![\p{L}])|amount|price|balance|total|sum(?![\p{L}])|betrag|preis|summe|steuer|(?:^|[^\p{L}])(?:tax|vat|ust|iban|bic|ssn|nif|dni|cif|siret|siren|isbn|ean|gtin|imei|iccid|ip)(?![\p{L}])|bank|konto|kunden|kd[\s.-]*nr|bestell|auftrag|rechnung|vertrag|artikel|mitglied|sendung|beleg|vorgang|akten|zeichen|commande|compte|facture|dossier|adhér|pedido|cuenta|factura|cliente|encomenda|conta(?![\p{L}])|fatura|ordine|fattura|klant|bestelling|rekening|factuur|zamówien|klient|faktur|konta|заказ|счет|счёт|клиент|договор|индекс|αριθμ[όο]ς πελάτη|παραγγελ|طلب|حساب|عميل|فاتورة|הזמנה|לקוח|חשבון|注文|顧客|会員|郵便|訂單|订单|客户|客戶|账号|帳號|邮编|주문|고객|계좌|우편/iu

const NUMBER =
  /numm?er|(?:^|[^\p{L}])n(?:o|r|um)(?![\p{L}])|numer|número|numéro|numero|nº|n°|номер|αριθμ|رقم|מספר|番号|号码|號碼|번호/iu

/** What a heading, or the words beside a number, say of it. A phone word beats whose phone it is ("customer phone"). */
export function labelOf(words: string): Label {
  if (!/\p{L}|[#№]/u.test(words)) return 'none'
  if (FAX.test(words)) return 'fax'
  if (MOBILE.test(words)) return 'mobile'
  if (PHONE.test(words))
    return /(?:^|[^\p{L}])(?:ids?|type|code|label|typ)(?![\p{L}])/iu.test(words) ? 'against' : 'phone'
  if (AGAINST.test(words)) return 'against'
  return NUMBER.test(words) ? 'number' : 'none'
}

const NAME =
  /name|vorname|nachname|(?:^|[^\p{L}])(?:nom|prénom|nombre|apellidos?|nome|cognome|naam|imię|nazwisko|contact|kontakt|person|recipient|empfänger|kunde|customer|client|guest|gast|patient|member|employee)(?![\p{L}])|имя|фамилия|όνομα|اسم|שם|氏名|名前|姓名|이름|성명/iu

/** Whether a heading stands above the names of people. */
export function isNameHeading(words: string): boolean {
  return (
    NAME.test(words) &&
    !/(?:file|user|host|domain|company|product|street|event|campaign)\s?name|firma/iu.test(words)
  )
}

/** Whether a text reads as the heading of a column that lists of people have. */
export function isHeading(words: string): boolean {
  return (
    labelOf(words) !== 'none' ||
    isNameHeading(words) ||
    CONSENT.test(words) ||
    REFUSAL_HEADING.test(words) ||
    /(?:^|[^\p{L}])(?:city|town|street|address|country|state|region|company|firma|ort|stadt|straße|strasse|land|notes?|remarks?|comments?|bemerkung|notiz|e-?mail|mail|status|title|anrede|gender|language|sprache|tags?|group|gruppe|ville|pays|adresse|ciudad|país|dirección|cidade|endereço)(?![\p{L}])/iu.test(
      words,
    )
  )
}

const EXTENSION_WORDS =
  'extension|extensión|extensão|extn|ext|durchwahl|dw|nebenstelle|nst|poste|interno|interne|int|anexo|ramal|toestel|tst|wewn(?:ętrzny)?|wew|linka|klapka|mellék|dahili|доб(?:авочный)?|вн|εσωτ(?:ερικό)?|内線|分机|分機|내선|داخلي|تحويلة|שלוחה'

/** Words in front of a number that belongs to a telephone system behind the number (RFC 3966: a text reaches none). */
export const EXTENSION = new RegExp(
  String.raw`^\s*[,;.]*\s*\(?\s*(?:${EXTENSION_WORDS}|x|#|p|w)\s*[.:=]*\s*[#.]?\s*\d{1,8}\)?#?`,
  'iu',
)

const EXTENSION_HEADING = new RegExp(String.raw`(?<!\p{L})(?:${EXTENSION_WORDS})(?!\p{L})`, 'iu')
const EXTENSION_CELL = new RegExp(String.raw`^\s*(?:${EXTENSION_WORDS}|x|#)\s*[.:=]*\s*\d{1,8}\s*$`, 'iu')

/** Whether a cell under this heading is the extension of its row's number. */
export function isExtensionUnder(heading: string, cell: string): boolean {
  return (
    EXTENSION_CELL.test(cell) || (EXTENSION_HEADING.test(heading) && /^[^\p{L}]*\p{Nd}[^\p{L}]*$/u.test(cell))
  )
}

/** A remark that reads as "do not write to this person". */
export const REFUSAL =
  /(?<![\p{L}\d])(?:stopp?|unsubscribed?|unsub|opt(?:ed)?[\s-]?out|do\s?n[o'’]?t\s(?:text|contact|call|message|sms|send|disturb|write|use|mail)|don['’]?t\s(?:text|contact|call|message|sms|send|disturb|write|use)|never\s(?:text|contact|call|message)|no\s(?:sms|texts?|messages?|messaging|contact|marketing|consent|whatsapp|calls?)|dnc|dnd|dnt|black\s?list(?:ed)?|blocked|wrong\s(?:number|person)|bad\snumber|not\sin\sservice|out\sof\sservice|disconnected|deceased|passed\saway|died|complain(?:ed|t)?|abgemeldet|abmeldung|widersprochen|widerspruch|gesperrt|keine?\s(?:sms|nachrichten?|werbung|kontakt|whatsapp)|nicht\s(?:anschreiben|kontaktieren|anrufen|schreiben|senden|mehr)|falsche\snummer|verstorben|arrêt|désabonn\p{L}*|désinscri\p{L}*|ne\s(?:pas|plus)\s\p{L}+|pas\sde\s(?:sms|messages?)|mauvais\snuméro|décédée?|baja|no\s(?:contactar|molestar|llamar|enviar|escribir|mandar)|número\sequivocado|fallecid[oa]|não\s(?:contactar|enviar|ligar|mandar|incomodar)|descadastr\p{L}*|falecid[oa]|non\s(?:contattare|chiamare|inviare|scrivere|disturbare)|disiscritt\p{L}*|numero\ssbagliato|decedut[oa]|niet\s(?:bellen|smsen|sms'en|contacteren|sturen|storen)|afgemeld|uitgeschreven|overleden|nie\s(?:dzwonić|pisać|kontaktować|wysyłać)|wypisan[ay]|zmarł[ya]?|не\s(?:писать|звонить|беспокоить|отправлять)|отписал\p{L}*|отписк\p{L}*|стоп|умер\p{L}*|μην\s\p{L}+)(?![\p{L}\d])|停止|配信停止|送らない|退订|退訂|勿扰|勿擾|拒收|수신\s?거부|لا\s(?:ترسل|تتصل|تراسل)|إلغاء\sالاشتراك|توقف|אל\sתשלח|הסר/iu

const REFUSAL_HEADING =
  /opt(?:ed)?[\s_-]?out|unsubscri|do[\s_-]?not[\s_-]?(?:text|contact|call|sms|message|disturb)|dn[cdt](?![\p{L}])|blocked|suppress|black\s?list|abgemeldet|gesperrt|widerspruch|désabonn|désinscri|baja(?![\p{L}])|отпис/iu
const CONSENT =
  /opt(?:ed)?[\s_-]?in|consent|permission|subscribed|allow|may[\s_-]?(?:text|contact|sms)|sms[\s_-]?ok|einwillig|zustimm|erlaub|einverstanden|consentement|consentimiento|consenso|toestemming|zgoda|соглас/iu
const YES = /^(?:yes|y|true|1|x|✓|✔|☑|ja|j|oui|o|si|sí|sì|sim|tak|да|是|はい|نعم|כן|on|checked|ok)$/iu
const NO =
  /^(?:no|n|false|0|nein|non|não|nao|nie|нет|否|いいえ|لا|לא|off|none|never|denied|withdrawn|revoked|unsubscribed|[-✗✘☐])$/iu

/** Whether a cell under this heading says that the person of its row does not want to be written to. */
export function refusesUnder(heading: string, cell: string): boolean {
  if (REFUSAL.test(cell)) return true
  const word = cell.trim()
  // "unsubscribed" has "subscribed" in it, so the refusing headings come first.
  if (REFUSAL_HEADING.test(heading)) return YES.test(word)
  return CONSENT.test(heading) && NO.test(word)
}

/** Words that only join two numbers or lead to one, and are nobody's name. */
export const NO_NAME =
  /(?<![\p{L}])(?:or|and|und|oder|ou|et|y|o|e|od|en|of|и|или|и́ли|tel|sms|smsto|callto|whatsapp|rcs|mms|private|privat|home|work|main|office|büro|business|other|at)(?![\p{L}])/giu

/** Words such as "no." between what a number belongs to and the number itself. */
const NUMBER_WORDS =
  /(?:[\s:.#№°-]|(?<![\p{L}])(?:n[or°º]?|num(?:ber)?|numm?er|numero|número|numéro|номер)(?![\p{L}]))+$/iu

/** What the words around a number say of it, and the one in front of it, for a button. */
export function labelAround(before: string, after: string): { label: Label; word: string } {
  const near = before.slice(lastSeparator(before))
  const last = /\p{L}[\p{L}'-]*(?=[^\p{L}]*$)/u.exec(near)?.[0] ?? ''
  const word = labelOf(`${last}:`) === 'none' ? '' : last
  if (FAX.test(before) || /^[ (]*(?:tele)?fax(?!\s*:)/iu.test(after)) return { label: 'fax', word }
  const owner = /[\p{L}\p{M}.-]+[:.]?$/u.exec(near.replace(NUMBER_WORDS, ''))?.[0] ?? ''
  const follows = /^[ (]*(\p{L}+)(?![\p{L}:])/u.exec(after)?.[1] ?? ''
  if (labelOf(owner) === 'against' || labelOf(follows) === 'against') return { label: 'against', word }
  const label = labelOf(before)
  return { label: label === 'mobile' || label === 'phone' ? label : 'none', word }
}

function lastSeparator(text: string): number {
  return (
    Math.max(text.lastIndexOf(','), text.lastIndexOf(';'), text.lastIndexOf('\t'), text.lastIndexOf('\n')) + 1
  )
}
