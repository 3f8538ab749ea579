import { labelOf } from './labels'
import { whole, wordsOf } from './plainWords'
import { isConsent, isRefusal } from './refusals'

const NAME = new RegExp(
  `${whole('names?|[a-z]*name|navn|fornavn|efternavn|nazwa|sobrenome|aluno|cliente|klant|klient|nominativo|mitglied|teilnehmer|фио|клиент|vorname|nachname|nom|prenom|nombre|apellidos?|nome|cognome|naam|voornaam|achternaam|imie|nazwisko|person|recipient|empfanger|kunde|customers?|clients?|guests?|gast|patients?|members?|employees?|имя|фамилия|ονομα')}|اسم|שם|顧客名|고객명|^[姓名성]$|氏名|名前|姓名|이름|성명`,
  'u',
)
const NO_NAME_HEADING = new RegExp(
  whole(
    'file ?name|user ?name|host ?name|domain ?name|company ?name|product ?name|street ?name|event ?name|account ?name|campaign ?name|owner|status|firma|id|ids|no|nr|number|phone|date',
  ),
  'u',
)

/** Whether a heading stands above the names of people. */
export function isNameHeading(heading: string): boolean {
  const words = wordsOf(heading)
  return (NAME.test(words) || /^(?:contact|kontakt|contacto)$/u.test(words)) && !NO_NAME_HEADING.test(words)
}

const OTHER_HEADING = new RegExp(
  whole(
    'city|town|street|address|country|state|region|company|firma|ort|stadt|strasse|land|notes?|remarks?|comments?|bemerkung|notiz|e ?mail|mail|status|title|anrede|gender|language|sprache|tags?|group|gruppe|ville|pays|adresse|ciudad|pais|direccion|cidade|endereco|extension|ext|durchwahl|vorwahl|prefix',
  ),
  'u',
)

/** Whether a text reads as the heading of a column that lists of people have. */
export function isHeading(heading: string): boolean {
  return (
    labelOf(heading) !== 'none' ||
    isNameHeading(heading) ||
    isConsent(heading) ||
    isRefusal(heading) ||
    OTHER_HEADING.test(wordsOf(heading))
  )
}

const COUNTRY = new RegExp(
  `^(?:${whole('(?:phone |mobile )?(?:country|land|staat|pays|pais|paese|nazione|kraj|страна)(?: ?code| ?prefix)?|landeskennzahl|laendervorwahl|landervorwahl|calling code|dial(?:ing|ling)? code')}|国家|國家|国|국가|البلد)$`,
  'u',
)

/** Whether a column says which country its row's number is from, by name or by calling code. */
export function isCountryHeading(heading: string): boolean {
  return COUNTRY.test(wordsOf(heading))
}

const AREA = new RegExp(
  `^${whole('vorwahl|area ?code|area|prefix|prefijo|prefisso|prefixo|ddd|indicatif|lada|kierunkowy|std ?code')}$`,
  'u',
)

/** Whether a column holds the part of a number that stands in front of it: an area code. */
export function isAreaHeading(heading: string): boolean {
  return AREA.test(wordsOf(heading))
}
