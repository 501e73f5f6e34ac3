const BLANK = /[ \t\r\n]*/y;
const STRING = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const SCALAR = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;

/** What may stand next. `element` and `member` differ from `value` and `key` in that the bracket may close instead. */
type Expected = 'value' | 'element' | 'key' | 'member' | 'colon' | 'comma';

/**
 * The offset at which a text stops being JSON, for a message that people can act on (the engine's own names no place
 * in short texts). The text's length when it is cut off; null when it is JSON.
 */
export function findJsonFault(text: string): number | null {
  const open: string[] = [];
  let expected: Expected = 'value';
  let at = 0;
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  };
  for (;;) {
    take(BLANK);
    const character = text.charAt(at);
    if (character === '') return expected === 'comma' && open.length === 0 ? null : text.length;
    const next = step(expected, character, open);
    if (next === 'scalar') {
      if (!take(STRING) && !take(SCALAR)) return at;
      expected = 'comma';
    } else if (next === 'name') {
      if (!take(STRING)) return at;
      expected = 'colon';
    } else if (next === null) {
      return at;
    } else {
      at += 1;
      expected = next;
    }
  }
}

/** What is expected after a bracket, colon or comma; `scalar` or `name` where a token must be read; null: a fault. */
function step(expected: Expected, character: string, open: string[]): Expected | 'scalar' | 'name' | null {
  const closes = (character === ']' || character === '}') && open.at(-1) === (character === ']' ? '[' : '{');
  if (closes && (expected === 'comma' || expected === 'element' || expected === 'member')) {
    open.pop();
    return 'comma';
  }
  if (expected === 'value' || expected === 'element') {
    if (character !== '[' && character !== '{') return 'scalar';
    open.push(character);
    return character === '[' ? 'element' : 'member';
  }
  if (expected === 'key' || expected === 'member') return 'name';
  if (expected === 'colon') return character === ':' ? 'value' : null;
  if (character !== ',' || open.length === 0) return null;
  return open.at(-1) === '[' ? 'value' : 'key';
}
