import type { Json, Problem } from '#/comms/resources'
import { field, isObject, parameterOf, SEARCH_FIELDS, stringMap, text } from '#/comms/wire'
import { refusal } from '../answers'
import { readBody } from '../checks/bodies'
import { checkTags } from '../checks/checkTags'
import { Findings, member } from '../checks/findings'
import { notValid } from '../checks/wording'
import { queryOf, type Exchange } from '../exchange'
import { MESSAGE_RULES, messagesAnswer } from './listMessages'

const PAGING = { ...MESSAGE_RULES, parameters: ['pageToken', 'pageSize'] } as const
const FILTERS = {
  ...MESSAGE_RULES,
  parameters: SEARCH_FIELDS,
  placeOf: (name: string) => member('$', name),
} as const

/**
 * `POST /Messages/Search` (section 1.1): the filters of the list and an address, in the body; paging in the query. A
 * field it does not know is refused, since leaving out a filter would find everybody.
 */
export async function searchMessages(exchange: Exchange): Promise<Response> {
  const { request, dialect } = exchange
  const read = await readBody(request, dialect)
  if ('answer' in read) return read.answer
  const { body } = read
  const findings = new Findings()
  const filters = queryOf({ ...exchange, url: withFilters(exchange.url, body, findings) }, FILTERS)
  const paging = queryOf(exchange, PAGING)
  const problems = [...findings.problems, ...problemsOf(filters), ...problemsOf(paging)]
  if (Array.isArray(filters) || Array.isArray(paging) || problems.length > 0) {
    return refusal(dialect, 400, problems)
  }
  const { pageSize, token, after } = paging
  const tags = field(body, 'tags') ? Object.entries(stringMap(body, 'tags')) : null
  const query = { ...filters, pageSize, token, after, tags, address: text(body, 'address') }
  return messagesAnswer(exchange, query, '/Messages/Search')
}

function problemsOf(query: object | Problem[]): Problem[] {
  return Array.isArray(query) ? query : []
}

/** The body as the query of a list, which knows what to refuse. Tags and address, which a query has not so, are checked here. */
function withFilters(url: URL, body: Json, findings: Findings): URL {
  const filters = new URL(url)
  filters.search = ''
  if (!isObject(body)) {
    findings.add('$', 20422, 'The request body must be a JSON object.')
    return filters
  }
  for (const [name, value] of Object.entries(body)) {
    const place = member('$', name)
    const parameter = parameterOf(name)
    if (value === null) continue
    if (parameter === 'tags') checkTags(value, place, findings)
    else if (!isFilter(parameter)) filters.searchParams.append(name, '')
    else if (typeof value !== 'string') {
      findings.add(place, 20422, `The field '${name}' must be a string.`)
    } else if (parameter !== 'address') filters.searchParams.append(name, value)
    else if (value === '') findings.add(place, 20422, notValid('', name))
  }
  return filters
}

function isFilter(parameter: string): boolean {
  return SEARCH_FIELDS.some((name) => name === parameter)
}
