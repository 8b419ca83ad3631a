/**
 * What an API rule of PocketBase lets through (pocketbase.io/docs/api-rules-and-filters). Null is for superusers alone, the empty text
 * for everybody; else it is a filter over the record and the request.
 */
export type RuleVerdict = 'nobody' | 'anyone' | 'any-account' | 'depends';

type Truth = 'true' | 'false' | 'unknown';

interface Token {
  readonly kind: 'word' | 'text' | 'mark' | 'end';
  readonly value: string;
}

const TOKEN =
  /"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|\/\/[^\n]*|[@\w.:]+|\?(?:!=|!~|>=|<=|=|~|>|<)|!=|!~|>=|<=|&&|\|\||\s+|[\s\S]/g;
const MAX_TOKENS = 5_000;
const MAX_DEPTH = 50;

export function judgeRule(rule: string | null): RuleVerdict {
  if (rule === null) return 'nobody';
  const tokens = tokenise(rule);
  if (tokens.length === 0) return 'anyone';
  if (holds(tokens, 'guest') === 'true') return 'anyone';
  return holds(tokens, 'account') === 'true' ? 'any-account' : 'depends';
}

function tokenise(rule: string): readonly Token[] {
  return [...rule.matchAll(TOKEN)].slice(0, MAX_TOKENS).flatMap(([value]): readonly Token[] => {
    if (/^\s|^\/\//.test(value)) return [];
    if (/^["']/.test(value)) return [{ kind: 'text', value: value.slice(1, -1) }];
    return [{ kind: /^[@\w]/.test(value) ? 'word' : 'mark', value }];
  });
}

type Caller = 'guest' | 'account';

/** `||` binds looser than `&&`; parentheses group. What does not follow the grammar is unknown. */
function holds(tokens: readonly Token[], caller: Caller): Truth {
  let index = 0;
  const peek = (): Token => tokens[index] ?? { kind: 'end', value: '' };
  const take = (value: string) => peek().kind === 'mark' && peek().value === value && index++ >= 0;
  const truth = either(0);
  return index < tokens.length ? 'unknown' : truth;

  function either(depth: number): Truth {
    let result = both(depth);
    while (take('||')) {
      const right = both(depth);
      result = result === 'true' || right === 'true' ? 'true' : result === 'false' ? right : result;
    }
    return result;
  }

  function both(depth: number): Truth {
    let result = single(depth);
    while (take('&&')) {
      const right = single(depth);
      result = result === 'false' || right === 'false' ? 'false' : result === 'true' ? right : result;
    }
    return result;
  }

  function single(depth: number): Truth {
    if (depth > MAX_DEPTH) {
      index = tokens.length;
      return 'unknown';
    }
    if (take('(')) {
      const inner = either(depth + 1);
      take(')');
      return inner;
    }
    const left = tokens[index++] ?? peek();
    const operator = tokens[index++] ?? peek();
    const right = tokens[index++] ?? peek();
    return compare(operandOf(left, caller), operator.value.replace(/^\?/, ''), operandOf(right, caller));
  }
}

/** A known text, `some` for one that is not empty but not known, undefined for what hangs on the record or the request. */
type Operand = { readonly text: string } | 'some' | undefined;

function operandOf({ kind, value }: Token, caller: Caller): Operand {
  if (kind === 'text') return { text: value };
  if (kind !== 'word') return undefined;
  if (/^@request\.auth\.(?:id|collectionId|collectionName)$/.test(value))
    return caller === 'guest' ? { text: '' } : 'some';
  // Guests have no record, so each of its fields is empty.
  if (value.startsWith('@request.auth.')) return caller === 'guest' ? { text: '' } : undefined;
  if (value === 'null') return { text: '' };
  return /^(?:true|false|\d+)$/.test(value) ? { text: value } : undefined;
}

function compare(left: Operand, operator: string, right: Operand): Truth {
  if (operator !== '=' && operator !== '!=') return 'unknown';
  const same = equal(left, right);
  if (same === 'unknown') return same;
  return (same === 'true') === (operator === '=') ? 'true' : 'false';
}

function equal(left: Operand, right: Operand): Truth {
  if (left === undefined || right === undefined) return 'unknown';
  if (left === 'some') return right !== 'some' && right.text === '' ? 'false' : 'unknown';
  if (right === 'some') return left.text === '' ? 'false' : 'unknown';
  return left.text === right.text ? 'true' : 'false';
}
