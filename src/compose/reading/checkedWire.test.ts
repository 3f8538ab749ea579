import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createChecker } from './check'
import { packChecked, unpackChecked } from './checkedWire'
import { emptyWho } from './list'

it('a checked list comes out of the worker as it went in', () => {
  const check = createChecker()
  const part = fc.constantFrom('+12065550100', 'Ana', ', ', '\n', '206-555-0101 STOP', '20458812', '\t', 'x')
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const checked = check({ ...emptyWho('US'), typed: parts.join('') })
      expect(unpackChecked(structuredClone(packChecked(checked)))).toEqual(checked)
    }),
  )
})
