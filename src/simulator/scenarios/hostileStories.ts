import type { Story } from './stories'

/** Content that breaks screens, exports and log files which trust it. All of it may come from a customer. */
export const HOSTILE_STORIES: readonly [Story, ...Story[]] = [
  {
    text: '<img src=x onerror="alert(1)"><script>alert(2)</script> &lt;b&gt; </textarea></title>',
    countries: ['US'],
    tags: { '<b>desk</b>': '"><svg onload=alert(1)>', desk: 'support' },
  },
  {
    text: '\u202Etxt.exe\u202C \u2066isolated\u2069 \u200Bzero\u200Dwidth\uFEFF \u00AD soft',
    countries: ['GB'],
    tags: { desk: '\u202Eksed', campaign: '\u200B' },
  },
  {
    text: '=HYPERLINK("https://example.com/?"&A1,"refund")',
    countries: ['US'],
    tags: { campaign: '=1+1', desk: '+cmd|calc', ticket: '@SUM(A1:A9)', note: '-2+3' },
  },
  {
    text: `A very long word: ${'Donaudampfschiff'.repeat(60)}`,
    countries: ['DE'],
    tags: { desk: 'support', note: 'x'.repeat(10_240) },
  },
  {
    text: 'Z\u0351\u036B\u0343a\u0353\u0349l\u0326g\u0320o\u0317 \uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67\u200D\uD83D\uDC66 \uD83C\uDDFA\uD83C\uDDF3 lone surrogate \uD83D end',
    countries: ['FR'],
    tags: Object.fromEntries([
      ['__proto__', 'polluted'],
      ['constructor', 'x'],
      ['toString', 'y'],
    ]),
  },
  {
    text: 'line one\r\nline two\tafter a tab\u0000\u0007\u001B[31mred\u001B[0m\n\n\n\n"quoted", \'single\', `back`; DROP TABLE messages; --',
    countries: ['US'],
    tags: { 'key with blanks': 'a;b:c', 'javascript:alert(1)': 'https://example.com/' },
  },
  { text: 'مرحبا world שלום 123 (456) עולם!', countries: ['SE'], tags: { desk: 'دعم', campaign: 'שיווק' } },
  { text: ' ', countries: ['IE'], tags: {} },
]
