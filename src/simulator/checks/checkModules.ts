import { isObject } from '#/comms/wire'
import { checkRcs } from './checkRcs'
import { checkWords } from './checkWords'
import { member } from './findings'
import type { Part } from './part'
import { named, notRecognized, shown } from './wording'

/** Section 2.1. */
const MAX_MODULES = 4
const CHANNELS = ['sms', 'rcs']

/** Section 2.1: one to four modules, each for one channel, at most one for each. */
export function checkModules(content: Part): void {
  const modules = content.list('modules')
  if (modules === null) return
  if (modules.length === 0 || modules.length > MAX_MODULES) {
    content.refuse('modules', 20422, (_, name) => `The field '${name}' must have 1 to 4 modules.`)
  }
  const seen = new Set<string>()
  for (const module of content.parts('modules', modules, 'A module')) {
    for (const channel of checkModule(module)) {
      if (seen.has(channel)) module.complain(20422, `There is more than one module for '${channel}'.`)
      seen.add(channel)
    }
  }
}

/** The known channels a module is for. Here a field that nobody knows is refused: it names the channel. */
function checkModule(module: Part): string[] {
  const given = Object.entries(isObject(module.json) ? module.json : {}).filter(([, value]) => value !== null)
  for (const [name] of given) {
    if (CHANNELS.includes(name)) continue
    module.checking.findings.add(member(module.path, name), 20422, notRecognized(shown(name), 'modules'))
  }
  const names = given.map(([name]) => shown(name))
  if (given.length === 0) module.complain(20422, `A module must be for one channel: ${named(CHANNELS)}.`)
  if (given.length > 1) module.complain(20422, `The module is for more than one channel: ${named(names)}.`)
  const sms = module.object('sms')
  const rcs = module.object('rcs')
  if (sms) checkWords(sms)
  if (rcs) checkRcs(rcs)
  return CHANNELS.filter((name) => module.has(name))
}
