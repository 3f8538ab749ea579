import { isPlaceHeading } from './placeHeading'
import { withoutAccents, wordsOf } from './plainWords'

/** Words that refuse, by language, without accents. `\\p{L}*` stands for the rest of a word. */
const REFUSALS: Readonly<Record<string, readonly string[]>> = {
  en: [
    'stop(?:all|ped)?|unsub|unsubscribed?|opt(?:ed)? ?out|dnc|dnd|dnt|black ?list(?:ed)?|suppress(?:ed)?|blocked',
    'removed?(?: me)?|never (?:text|contact|call|message|subscribed)|no longer',
    "(?:do(?:es)? ?n[o'’]?t|don['’]?t|not) (?:to )?(?:text|contact|call|message|sms|send|disturb|write|use|want|wish|mail)",
    'not (?:interested|consent\\p{L}*|subscribed|opted(?: in)?|in service|reachable)',
    'no(?: more)? (?:sms|texts?|messages?|messaging|contact|marketing|consent|whatsapp|calls?)',
    'wrong (?:number|person|#)|bad number|invalid|out of service|disconnected|deceased|passed away|died',
    'declined|refused|withdrawn|revoked',
  ],
  de: [
    'abgemeldet|abmeldung|abbestellt|widerspr\\p{L}+|widerruf\\p{L}*|gesperrt|sperre|sperrung|sperrliste|sperrvermerk',
    'kein(?:e|en)? (?:sms|nachricht\\p{L}*|werbung|kontakt|whatsapp|anruf\\p{L}*)|ohne (?:sms|kontakt|werbung)',
    'nicht (?:mehr|per|anschreiben|anrufen|kontaktieren|schreiben|senden|storen|erwunscht|gewunscht|belastigen|interessiert|erteilt)',
    'falsche nummer|verstorben|gestorben|gekundigt|(?:bitte )?loschen|abgelehnt',
  ],
  fr: [
    'arret|desabonn\\p{L}*|desinscri\\p{L}*|ne (?:pas|plus|veut) ?\\p{L}*|pas de (?:sms|messages?|contact)',
    'faux numero|mauvais numero|opposition(?! au paiement)|refus|resilie|decedee?',
  ],
  es: [
    '(?:de |dar de )baja|no (?:contactar|molestar|llamar|enviar|escribir|mandar|quiere|desea)',
    '(?:numero )?equivocado|fallecid[oa]',
  ],
  pt: [
    'nao (?:quer|perturbe|enviar|contactar|ligar|mandar|incomodar|deseja|autoriz\\p{L}*)|sair|(?:numero )?errado',
    'bloquead[oa]|descadastr\\p{L}*|falecid[oa]',
  ],
  it: [
    'non (?:contattare|chiamare|inviare|scrivere|disturbare|vuole)|disiscritt\\p{L}*',
    '(?:numero )?(?:sbagliato|errato)|revocat[oa]|decedut[oa]',
  ],
  nl: [
    "niet (?:meer|bellen|smsen|sms'en|contacteren|sturen|storen|benaderen|mailen)|geen (?:sms|berichten|contact)",
    'verkeerd(?: nummer)?|afgemeld|uitgeschreven|overleden',
  ],
  pl: ['nie (?:dzwonic|pisac|kontaktowac|wysylac|chce)|wypisan[ay]|rezygnacja|brak zgody|zmarl[ya]?'],
  nordic: [
    'afmeldt|avmeldt|nej tak|ingen (?:sms|kontakt)|inte (?:kontakta|ring\\p{L}*|sms|skriv\\p{L}*|skicka)',
    'ikke (?:kontakt\\p{L}*|ring\\p{L}*|sms|skriv\\p{L}*|send\\p{L}*|interesseret|forstyr\\p{L}*|mere)',
  ],
  ru: [
    'не (?:писать|пишите|звонить|звоните|беспокоить|беспокойте|отправлять|отправляйте|хочет|присылать|слать)',
    'отписал\\p{L}*|отписк\\p{L}*|отказ\\p{L}*|заблокирован\\p{L}*|ч[её]рный список|стоп|умер\\p{L}*',
  ],
}

/** Scripts in which words have no blanks between them, and signs. */
const REFUSING_SIGNS =
  '停止|拒否|退会|不可|不要|送らない|退订|退訂|勿扰|勿擾|勿打扰|拒收|空号|黑名单|注销|수신 ?거부|거부|탈퇴|결번|لا (?:ترسل|تتصل|تراسل)|إلغاء|توقف|محظور|אל תשלח|הסר|[❌🚫⛔†]'

const REFUSAL = new RegExp(
  `(?<![\\p{L}\\p{M}\\d])(?:${Object.values(REFUSALS).flat().join('|')})(?![\\p{L}\\p{M}\\d])|${REFUSING_SIGNS}`,
  'iu',
)

/** A remark that reads as "do not write to this person", with its place in the text; `null` without one. */
export function refusalIn(text: string): { words: string; start: number; end: number } | null {
  // One sign for one sign, so that the place is that of the text.
  const plain = withoutAccents(text).replaceAll(/[_\-–\s]/g, ' ')
  const found = REFUSAL.exec(plain)
  if (!found) return null
  const end = found.index + found[0].length
  return { words: text.slice(found.index, end).trim(), start: found.index, end }
}

const REFUSAL_HEADING =
  /opt(?:ed)? ?out|unsub|do not|dn[cdt](?!\p{L})|block|suppress|black ?list|abgemeldet|abmeld|sperr|widerruf|widerspruch|withdrawn|revoked|deceased|verstorben|wrong number|robinson|no sms|keine werbung|nicht anschreiben|^stop$|desabonn|desinscri|baja(?!\p{L})|отпис/u
const CONSENT_HEADING =
  /opt(?:ed)? ?in|consent|permission|subscribed|accept|allow|marketing|newsletter|gdpr|dsgvo|werbung|may (?:text|contact|sms)|can (?:text|contact|sms)|ok to|(?:sms|text) ?ok|einwillig|zustimm|erlaub|einverstanden|consentement|consentimiento|consenso|toestemming|zgoda|соглас|^(?:sms|text|whatsapp|calls?)\??$|(?:sms|text|whatsapp) (?:sent|status|opt)/u

/** Whether a heading stands above what says that people do not want messages. */
export function isRefusal(heading: string): boolean {
  return REFUSAL_HEADING.test(wordsOf(heading))
}

/** Whether a heading stands above what says that people agreed. */
export function isConsent(heading: string): boolean {
  return CONSENT_HEADING.test(wordsOf(heading)) && !/^(?:sms|text|whatsapp)$/u.test(wordsOf(heading))
}

/** What was said about mail says nothing about messages. */
function isAboutMail(heading: string): boolean {
  const words = wordsOf(heading)
  return /e ?mail|mailings?|contact status/u.test(words) && !/sms|text|phone|mobile|all/u.test(words)
}

const NO =
  /^(?:no(?!\p{L})|n$|not(?!\p{L})|f$|false|0$|nein|nicht|non(?!\p{L})|não|nao|nie(?!\p{L})|never|denied|declin|refus|withdraw|revok|unsub|abgelehnt|нет|否|いいえ|لا|לא|off$|none|[-✗✘☐❌]$)/iu

/**
 * Tells of the cells under a heading whether they say that the person of their row does not want to be written to. What
 * the heading says is found out once, for it is the same for every row.
 */
export function refusesUnder(heading: string): (cell: string) => boolean {
  if (isAboutMail(heading)) return () => false
  // "unsubscribed" has "subscribed" in it, so the refusing headings come first. A date under them is a yes.
  if (isRefusal(heading)) return (cell) => cell.trim() !== '' && !NO.test(cell.trim())
  const asksConsent = CONSENT_HEADING.test(wordsOf(heading))
  const isPlace = isPlaceHeading(heading)
  return (cell) =>
    (asksConsent && NO.test(cell.trim())) ||
    (isPlace ? /^(?:stop|unsubscribed?)$/iu.test(cell.trim()) : refusalIn(cell) !== null)
}
