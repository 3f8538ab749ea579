import { whole, wordsOf } from './plainWords'

const PLACES = new RegExp(
  whole(
    'city|town|street|address|state|region|company|firma|ort|stadt|strasse|ville|adresse|ciudad|direccion|cidade|endereco|estado|provincia',
  ),
  'u',
)

/** Whether a column holds places or companies, whose names may look like a remark ("Baja California"). */
export function isPlaceHeading(heading: string): boolean {
  return PLACES.test(wordsOf(heading))
}
