import type { Deployment } from '../arm/deployment.ts';
import type { Expression, Loop, ResourceDeclaration } from '../arm/expression.ts';
import { spotsOf } from '../trees/source.ts';
import { BicepError, type Cursor, cursorOf } from './cursor.ts';
import { expression, loopHead, objectBody } from './expressions.ts';

/** A Bicep file: what it deploys, and where it could not be read. */
export interface BicepFile extends Deployment {
  readonly modules: readonly ModuleCall[];
  readonly problems: readonly { readonly line: number; readonly reason: string }[];
}

/** `module name 'path' = { params: … }`. */
export interface ModuleCall {
  readonly symbol: string;
  readonly source: string;
  readonly condition?: Expression;
  readonly loop?: Loop;
  readonly body: Expression;
}

const MAX_PROBLEMS = 20;
const WORDS = new Set([
  'param',
  'var',
  'resource',
  'module',
  'output',
  'targetScope',
  'metadata',
  'type',
  'func',
  'import',
  'using',
  'extension',
  'provider',
  'assert',
]);

/** Reads the statements that say what is deployed; the others are passed over (learn.microsoft.com/azure/azure-resource-manager/bicep/file). */
export function parseBicep(path: string, text: string): BicepFile {
  const cursor = cursorOf(text, spotsOf(path, text));
  const parameters = new Map<string, Expression | undefined>();
  const variables = new Map<string, Expression>();
  const resources: ResourceDeclaration[] = [];
  const modules: ModuleCall[] = [];
  const problems: { line: number; reason: string }[] = [];

  function statement(): void {
    if (cursor.eat('@')) {
      expression(cursor);
      return;
    }
    const word = cursor.identifier();
    cursor.skipLine();
    if (word === 'param') parameter();
    else if (word === 'var') variable();
    else if (word === 'resource') resources.push(resource(cursor));
    else if (word === 'module') modules.push(moduleCall(cursor));
    else if (word === undefined || !WORDS.has(word)) throw cursor.fail('has a statement that is none of Bicep’s');
    else passOver(cursor);
  }

  function parameter(): void {
    const name = cursor.identifier() ?? '';
    // The type may span lines, but then the parameter is an object that names nothing here.
    const equals = cursor.text.indexOf('=', cursor.at());
    if (equals === -1 || equals > lineEnd(cursor)) {
      parameters.set(name, undefined);
      passOver(cursor);
      return;
    }
    cursor.moveTo(equals + 1);
    cursor.skip();
    parameters.set(name, expression(cursor));
  }

  function variable(): void {
    const name = cursor.identifier() ?? '';
    // A type may stand behind the name.
    const equals = cursor.text.indexOf('=', cursor.at());
    if (equals === -1) throw cursor.fail('has a variable without a value');
    cursor.moveTo(equals + 1);
    cursor.skip();
    variables.set(name, expression(cursor));
  }

  for (cursor.skip(); cursor.at() < text.length; cursor.skip()) {
    const start = cursor.at();
    try {
      statement();
    } catch (error) {
      if (!(error instanceof BicepError)) throw error;
      if (problems.length < MAX_PROBLEMS) problems.push({ line: cursor.spot(error.at).line, reason: error.message });
      cursor.moveTo(nextStatement(text, Math.max(error.at, start + 1)));
    }
  }
  return { path, parameters, variables, resources, modules, problems };
}

/** Where the line ends, or the comment on it begins. */
function lineEnd(cursor: Cursor): number {
  const end = /\r?\n|\/\/|\/\*/g;
  end.lastIndex = cursor.at();
  return end.exec(cursor.text)?.index ?? cursor.text.length;
}

/** Statements begin at the start of a line; what belongs to one is indented, or closes a bracket. */
function nextStatement(text: string, from: number): number {
  const start =
    /\r?\n(?=@|(?:param|var|resource|module|output|targetScope|metadata|type|func|import|using|extension)\b)/g;
  start.lastIndex = from - 1;
  const found = start.exec(text);
  return found === null ? text.length : found.index + found[0].length;
}

function passOver(cursor: Cursor): void {
  cursor.moveTo(nextStatement(cursor.text, cursor.at()));
}

/** Behind `resource`: `name 'Type@version' [existing] = …`. */
function resource(cursor: Cursor): ResourceDeclaration {
  return cursor.nested(() => {
    cursor.skip();
    const start = cursor.at();
    const symbol = cursor.identifier();
    cursor.skip();
    const type = quoted(cursor).split('@', 1)[0] ?? '';
    cursor.skip();
    const existing = cursor.eatWord('existing');
    const { condition, loop, body, nested } = value(cursor);
    return {
      ...(symbol === undefined ? {} : { symbol }),
      spot: cursor.spot(start),
      type,
      existing,
      ...(condition === undefined ? {} : { condition }),
      ...(loop === undefined ? {} : { loop }),
      body,
      nested,
    };
  });
}

function moduleCall(cursor: Cursor): ModuleCall {
  const symbol = cursor.identifier() ?? '';
  cursor.skip();
  const source = quoted(cursor);
  const { condition, loop, body } = value(cursor);
  return {
    symbol,
    source,
    ...(condition === undefined ? {} : { condition }),
    ...(loop === undefined ? {} : { loop }),
    body,
  };
}

function quoted(cursor: Cursor): string {
  const found = /^'([^'\r\n]{1,512})'/.exec(cursor.text.slice(cursor.at(), cursor.at() + 520));
  if (found === null) throw cursor.fail('has no type where one belongs');
  cursor.moveTo(cursor.at() + found[0].length);
  return found[1] ?? '';
}

interface Deployed {
  readonly condition?: Expression;
  readonly loop?: Loop;
  readonly body: Expression;
  readonly nested: readonly ResourceDeclaration[];
}

/** `= {…}`, `= if (condition) {…}`, `= [for item in list: …]`. */
function value(cursor: Cursor): Deployed {
  cursor.skip();
  cursor.demand('=');
  cursor.skip();
  if (!cursor.eat('[')) return conditioned(cursor);
  cursor.skip();
  if (!cursor.eatWord('for')) throw cursor.fail('has a list of resources without a loop');
  const loop = loopHead(cursor);
  const deployed = conditioned(cursor);
  cursor.skip();
  cursor.demand(']');
  return { ...deployed, loop };
}

function conditioned(cursor: Cursor): Deployed {
  const nested = (at: Cursor) => {
    at.identifier();
    return resource(at);
  };
  if (!cursor.eatWord('if')) {
    const { object, nested: resources } = objectBody(cursor, nested);
    return { body: object, nested: resources };
  }
  cursor.skip();
  cursor.demand('(');
  cursor.skip();
  const condition = expression(cursor);
  cursor.skip();
  cursor.demand(')');
  cursor.skip();
  const { object, nested: resources } = objectBody(cursor, nested);
  return { condition, body: object, nested: resources };
}
